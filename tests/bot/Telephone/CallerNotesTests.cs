using ServiceBot.Bot.Privacy;
using ServiceBot.Bot.Telephone;
using ServiceBot.Bot.Tests.Nodes;
using ServiceBot.CtiAdapter.Calls;

namespace ServiceBot.Bot.Tests.Telephone;

/// <summary>What every store of callers' notes keeps.</summary>
public abstract class CallerNotesContract
{
    private static readonly CallerNote Note = new("CA1", "call-CA1", new DateTimeOffset(2026, 11, 24, 1, 2, 3, 456, TimeSpan.Zero)) { Locale = "en-US", WasCut = true };

    private protected abstract ICallerNotes Notes { get; }

    [Fact]
    public async Task A_note_is_found_as_it_was_written()
    {
        await Notes.KeepAsync("one", Note, TestContext.Current.CancellationToken);
        Assert.Equal(Note, await Notes.FindAsync("one", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_last_note_takes_the_place_of_the_one_before()
    {
        await Notes.KeepAsync("two", Note, TestContext.Current.CancellationToken);
        var later = Note with { CallSid = "CA2", Locale = null, WasCut = false };
        await Notes.KeepAsync("two", later, TestContext.Current.CancellationToken);
        Assert.Equal(later, await Notes.FindAsync("two", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_note_is_forgotten_with_its_conversation_and_a_later_one_of_the_number_stays()
    {
        await Notes.KeepAsync("four", Note with { Conversation = "call-CA4" }, TestContext.Current.CancellationToken);
        await Notes.KeepAsync("five", Note with { Conversation = "call-CA5" }, TestContext.Current.CancellationToken);
        await Notes.KeepAsync("five", Note with { Conversation = "call-CA6" }, TestContext.Current.CancellationToken);

        await ((IPersonalRecords)Notes).ForgetConversationsAsync(["call-CA4", "call-CA5"], TestContext.Current.CancellationToken);

        Assert.Null(await Notes.FindAsync("four", TestContext.Current.CancellationToken));
        Assert.Equal("call-CA6", (await Notes.FindAsync("five", TestContext.Current.CancellationToken))?.Conversation);
    }

    [Fact]
    public async Task Of_a_number_that_never_called_nothing_is_known() => Assert.Null(await Notes.FindAsync("three", TestContext.Current.CancellationToken));
}

/// <summary>In the file of one process.</summary>
public sealed class EmbeddedCallerNotesTests : CallerNotesContract, IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly EmbeddedCallerNotes notes;

    public EmbeddedCallerNotesTests() => notes = new(directory.File("callers.db"));

    private protected override ICallerNotes Notes => notes;

    public void Dispose()
    {
        notes.Dispose();
        directory.Dispose();
    }
}

/// <summary>In Redis, where another node finds them.</summary>
public sealed class RedisCallerNotesTests(RedisAlone redis) : CallerNotesContract, IClassFixture<RedisAlone>, IDisposable
{
    private readonly OpenNode node = new(redis.Configuration);

    private protected override ICallerNotes Notes => new RedisCallerNotes(node.Link);

    public void Dispose() => node.Dispose();
}
