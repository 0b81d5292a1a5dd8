using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Tests.Context;

/// <summary>What every store of live conversations promises, whatever it is made of.</summary>
public abstract class ContextStoreContract
{
    private static readonly DateTimeOffset Noon = Commits.Noon;

    private protected abstract IContextStore Store { get; }

    /// <summary>Stops the store and starts it again on the same data.</summary>
    private protected abstract Task RestartAsync();

    [Fact]
    public async Task A_conversation_that_nobody_began_is_not_there()
    {
        var loaded = await Store.LoadAsync("c-none", "directline", "e-1", default);

        Assert.Null(loaded.Context);
        Assert.Null(loaded.AnsweredAt);
        Assert.Empty(await Store.ReadLogAsync("c-none", 0, default));
        Assert.Empty(await Store.ReadJournalAsync("c-none", default));
    }

    [Fact]
    public async Task What_was_committed_is_loaded()
    {
        var commit = Commits.After(null, "c-1", "e-1");
        commit.Context.Language = SpokenLanguage.English;
        commit.Context.Greeted = true;
        commit.Context.CustomerId = "C-17";
        commit.Context.Committing = Commits.Effect(Noon);
        commit.Context.Stack.Add(new DialogFrame { Number = 1, Dialog = "return", State = "Reason", Answered = ["items"] });

        Assert.True(await Store.CommitAsync(commit, default));

        var context = (await Store.LoadAsync("c-1", "directline", "e-2", default)).Context;
        Assert.NotNull(context);
        Assert.Equal((1, 2, "C-17", true), (context.Version, context.LastSequence, context.CustomerId, context.Greeted));
        Assert.Equal(SpokenLanguage.English, context.Language);
        Assert.Equal(Commits.Effect(Noon), context.Committing);
        Assert.Equal(("return", "Reason", "items"), (context.Top?.Dialog, context.Top?.State, context.Top?.Answered[0]));
    }

    [Fact]
    public async Task What_this_process_wrote_last_is_recalled_until_it_is_beaten_or_removed()
    {
        Assert.Null(Store.Recall("c-1"));
        var first = Commits.After(null, "c-1", "e-1");
        await Store.CommitAsync(first, default);
        first.Context.Said.Add("what was not committed");
        Assert.Equal((1, 0), (Store.Recall("c-1")?.Version ?? 0, Store.Recall("c-1")?.Said.Count ?? 1));

        Assert.False(await Store.CommitAsync(Commits.After(null, "c-1", "e-2"), default));
        Assert.Null(Store.Recall("c-1"));

        await Store.CommitAsync(Commits.After((await Store.LoadAsync("c-1", "directline", "e-2", default)).Context, "c-1", "e-2"), default);
        await Store.RemoveAsync("c-1", default);
        Assert.Null(Store.Recall("c-1"));
    }

    [Fact]
    public async Task A_commit_on_an_old_version_writes_nothing()
    {
        await Store.CommitAsync(Commits.After(null, "c-1", "e-1"), default);
        var mine = (await Store.LoadAsync("c-1", "directline", "e-2", default)).Context;
        var theirs = (await Store.LoadAsync("c-1", "directline", "e-3", default)).Context;
        await Store.CommitAsync(Commits.After(theirs, "c-1", "e-3"), default);

        Assert.False(await Store.CommitAsync(Commits.After(mine, "c-1", "e-2", "lost"), default));

        Assert.Null((await Store.LoadAsync("c-1", "directline", "e-2", default)).AnsweredAt);
        Assert.Equal(["e-1", null, "e-3", null], (await Store.ReadLogAsync("c-1", 0, default)).Select(entry => entry.EventId));
        Assert.Equal(2, (await Store.ReadJournalAsync("c-1", default)).Length);
    }

    [Fact]
    public async Task A_conversation_is_begun_only_once()
    {
        Assert.True(await Store.CommitAsync(Commits.After(null, "c-1", "e-1"), default));
        Assert.False(await Store.CommitAsync(Commits.After(null, "c-1", "e-2"), default));
    }

    [Fact]
    public async Task A_version_cannot_be_skipped_for_a_conversation_that_is_not_there()
    {
        var commit = Commits.After(new ConversationContext { Id = "c-1", Version = 5, LastSequence = 10 }, "c-1", "e-1");
        Assert.False(await Store.CommitAsync(commit, default));
    }

    [Fact]
    public async Task Of_64_commits_at_once_one_wins_each_version()
    {
        const int writers = 64;
        var won = await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            var attempts = 1;
            while (!await Store.CommitAsync(Commits.After((await Store.LoadAsync("c-1", "directline", $"e-{writer}", default)).Context, "c-1", $"e-{writer}"), default))
                attempts++;
            return attempts;
        })));

        var context = (await Store.LoadAsync("c-1", "directline", "e-new", default)).Context;
        Assert.Equal(writers, context?.Version);
        Assert.Equal(Enumerable.Range(1, writers).Select(version => (long)version), (await Store.ReadJournalAsync("c-1", default)).Select(entry => entry.Version));
        Assert.Equal(writers, (await Store.ReadLogAsync("c-1", 0, default)).Select(entry => entry.EventId).OfType<string>().Distinct().Count());
        Assert.All(won, attempts => Assert.InRange(attempts, 1, writers));
    }

    [Fact]
    public async Task An_event_that_was_answered_is_found_with_its_place_in_the_log()
    {
        await Store.CommitAsync(Commits.After(null, "c-1", "e-1"), default);
        await Store.CommitAsync(Commits.After((await Store.LoadAsync("c-1", "directline", "e-2", default)).Context, "c-1", "e-2"), default);

        Assert.Equal(1, (await Store.LoadAsync("c-1", "directline", "e-1", default)).AnsweredAt);
        Assert.Equal(3, (await Store.LoadAsync("c-1", "directline", "e-2", default)).AnsweredAt);
    }

    [Fact]
    public async Task The_same_event_id_on_another_channel_or_conversation_is_another_event()
    {
        await Store.CommitAsync(Commits.After(null, "c-1", "e-1"), default);

        Assert.Null((await Store.LoadAsync("c-1", "voice", "e-1", default)).AnsweredAt);
        Assert.Null((await Store.LoadAsync("c-2", "directline", "e-1", default)).AnsweredAt);
    }

    [Fact]
    public async Task An_event_that_was_answered_is_not_committed_again()
    {
        await Store.CommitAsync(Commits.After(null, "c-1", "e-1"), default);
        var current = (await Store.LoadAsync("c-1", "directline", "e-1", default)).Context;

        Assert.False(await Store.CommitAsync(Commits.After(current, "c-1", "e-1"), default));

        Assert.Equal(1, (await Store.LoadAsync("c-1", "directline", "e-1", default)).Context?.Version);
        Assert.Equal(2, (await Store.ReadLogAsync("c-1", 0, default)).Length);
    }

    [Fact]
    public async Task A_turn_that_nobody_sees_is_remembered_too()
    {
        await Store.CommitAsync(Commits.After(null, "c-1", "e-1"), default);
        var current = (await Store.LoadAsync("c-1", "internal", "wake-1", default)).Context;
        Assert.NotNull(current);

        Assert.True(await Store.CommitAsync(Commits.Unseen(current, "wake-1"), default));

        var loaded = await Store.LoadAsync("c-1", "internal", "wake-1", default);
        Assert.Equal((2, 2), (loaded.Context?.Version, loaded.AnsweredAt));
    }

    [Fact]
    public async Task The_log_comes_in_order_and_only_after_the_cursor()
    {
        ConversationContext? current = null;
        for (var number = 1; number <= 12; number++)
        {
            await Store.CommitAsync(Commits.After(current, "c-1", $"e-{number}"), default);
            current = (await Store.LoadAsync("c-1", "directline", "e-next", default)).Context;
        }

        Assert.Equal(Enumerable.Range(1, 24).Select(sequence => (long)sequence), (await Store.ReadLogAsync("c-1", 0, default)).Select(entry => entry.Sequence));
        Assert.Equal([23, 24], (await Store.ReadLogAsync("c-1", 22, default)).Select(entry => entry.Sequence));
        Assert.Empty(await Store.ReadLogAsync("c-1", 24, default));
        Assert.Empty(await Store.ReadLogAsync("c-1", 999, default));
    }

    [Fact]
    public async Task A_log_with_a_gap_is_read_from_the_cursor_too()
    {
        await Store.CommitAsync(Commits.After(null, "c-1", "e-1"), default);
        var forgotten = (await Store.LoadAsync("c-1", "directline", "e-2", default)).Context ?? throw new InvalidOperationException();
        forgotten.LastSequence = 10;
        await Store.CommitAsync(Commits.After(forgotten, "c-1", "e-2"), default);

        Assert.Equal([1, 2, 11, 12], (await Store.ReadLogAsync("c-1", 0, default)).Select(entry => entry.Sequence));
        Assert.Equal([2, 11, 12], (await Store.ReadLogAsync("c-1", 1, default)).Select(entry => entry.Sequence));
        Assert.Equal([11, 12], (await Store.ReadLogAsync("c-1", 9, default)).Select(entry => entry.Sequence));
        Assert.Equal([12], (await Store.ReadLogAsync("c-1", 11, default)).Select(entry => entry.Sequence));
        Assert.Empty(await Store.ReadLogAsync("c-1", 12, default));
    }

    [Fact]
    public async Task A_log_entry_comes_back_as_it_was()
    {
        var commit = Commits.After(null, "c-1", "e-1", "주전자가 깨져서 왔어요 😢");
        await Store.CommitAsync(commit, default);

        var log = await Store.ReadLogAsync("c-1", 0, default);

        Assert.Equal(commit.Entries[0], log[0]);
        Assert.Equal((2, 1, "무엇을 도와드릴까요?", "ko-KR"), (log[1].Sequence, log[1].ReplyTo, log[1].Message?.Text, log[1].Message?.Locale));
    }

    [Fact]
    public async Task The_journal_holds_every_turn_with_what_decided_it()
    {
        await Store.CommitAsync(Commits.After(null, "c-1", "e-1", "반품할게요"), default);
        await Store.CommitAsync(Commits.Unseen((await Store.LoadAsync("c-1", "internal", "w-1", default)).Context ?? throw new InvalidOperationException("gone"), "w-1"), default);

        var journal = await Store.ReadJournalAsync("c-1", default);

        Assert.Equal([1, 2], journal.Select(entry => entry.Version));
        Assert.Equal(("반품할게요", "반품할게요"), ((journal[0].Turn.Input as Utterance)?.Text, journal[0].Recognition?.Text));
        Assert.Equal(new WakeDue("silence"), journal[1].Turn.Input);
    }

    [Fact]
    public async Task A_wake_is_due_from_its_time_on()
    {
        await CommitWaking("c-1", new Wake("silence", Noon.AddMinutes(5)), new Wake("promise", Noon.AddMinutes(1)));
        await CommitWaking("c-2");

        Assert.Empty(await Due(Noon.AddSeconds(59)));
        Assert.Equal(["c-1"], await Due(Noon.AddMinutes(1)));
    }

    [Fact]
    public async Task A_conversation_without_wakes_is_no_longer_due()
    {
        await CommitWaking("c-1", new Wake("silence", Noon));
        var current = (await Store.LoadAsync("c-1", "internal", "w-1", default)).Context ?? throw new InvalidOperationException("gone");
        current.Wakes.Clear();
        await Store.CommitAsync(Commits.Unseen(current, "w-1"), default);

        Assert.Empty(await Due(Noon.AddDays(1)));
    }

    [Fact]
    public async Task Those_that_wait_longest_are_due_first_and_no_more_than_asked_for()
    {
        await CommitWaking("c-late", new Wake("silence", Noon.AddMinutes(3)));
        await CommitWaking("c-early", new Wake("silence", Noon.AddMinutes(1)));
        await CommitWaking("c-middle", new Wake("silence", Noon.AddMinutes(2)));

        Assert.Equal(["c-early", "c-middle"], await Due(Noon.AddHours(1), most: 2));
    }

    [Fact]
    public async Task An_effect_whose_outcome_never_came_is_an_orphan()
    {
        var commit = Commits.After(null, "c-1", "e-1");
        commit.Context.Committing = Commits.Effect(Noon);
        await Store.CommitAsync(commit, default);

        Assert.Empty(await Store.DueAsync(Noon.AddHours(1), orphanedBefore: Noon, 10, default));
        Assert.Equal(["c-1"], await Store.DueAsync(Noon.AddHours(1), orphanedBefore: Noon.AddSeconds(1), 10, default));
    }

    [Fact]
    public async Task A_conversation_that_is_due_twice_is_named_once()
    {
        var commit = Commits.After(null, "c-1", "e-1");
        commit.Context.Committing = Commits.Effect(Noon);
        commit.Context.Wakes.Add(new Wake("silence", Noon));
        await Store.CommitAsync(commit, default);

        Assert.Equal(["c-1"], await Store.DueAsync(Noon.AddHours(1), orphanedBefore: Noon.AddHours(1), 10, default));
    }

    [Fact]
    public async Task What_has_to_be_brought_waits_until_it_is_said_to_be_delivered()
    {
        await CommitToDeliverAsync("c-1", "e-1");
        await Store.CommitAsync(Commits.After(null, "c-2", "e-1"), default); // read by whoever is there

        await RestartAsync();
        Assert.Equal([new Undelivered("c-1", 2)], await Store.UndeliveredAsync(default));

        await Store.DeliveredAsync("c-1", 1, default);
        Assert.Equal([new Undelivered("c-1", 2)], await Store.UndeliveredAsync(default));
        await CommitToDeliverAsync("c-1", "e-2");
        await Store.DeliveredAsync("c-1", 2, default); // of what was read before
        Assert.Equal([new Undelivered("c-1", 4)], await Store.UndeliveredAsync(default));
        await Store.DeliveredAsync("c-1", 4, default);
        Assert.Empty(await Store.UndeliveredAsync(default));
    }

    [Fact]
    public async Task What_went_along_with_an_answer_does_not_wait()
    {
        await CommitToDeliverAsync("c-1", "e-1");
        await Store.DeliveredAsync("c-1", 2, default);

        await Store.CommitAsync(Commits.After((await Store.LoadAsync("c-1", "directline", "e-2", default)).Context, "c-1", "e-2"), default);

        Assert.Empty(await Store.UndeliveredAsync(default));
    }

    [Fact]
    public async Task A_commit_that_lost_leaves_nothing_to_bring()
    {
        await Store.CommitAsync(Commits.After(null, "c-1", "e-1"), default);
        var late = Commits.After(null, "c-1", "e-2");
        late.Context.ToDeliver = late.Context.LastSequence;

        Assert.False(await Store.CommitAsync(late, default));

        Assert.Empty(await Store.UndeliveredAsync(default));
    }

    [Fact]
    public async Task A_removed_conversation_has_nothing_to_bring()
    {
        await CommitToDeliverAsync("c-1", "e-1");
        await CommitToDeliverAsync("c-2", "e-1");

        await Store.RemoveAsync("c-1", default);

        Assert.Equal(["c-2"], (await Store.UndeliveredAsync(default)).Select(waiting => waiting.ConversationId));
    }

    [Theory]
    [InlineData("")]
    [InlineData("c{1}")]
    [InlineData("c 1")]
    [InlineData("../c")]
    [InlineData("대화")]
    [InlineData("c\n1")]
    public async Task A_conversation_id_with_other_characters_is_refused(string id)
    {
        var loading = await Assert.ThrowsAsync<ArgumentException>(() => Store.LoadAsync(id, "directline", "e-1", default));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.CommitAsync(Commits.After(null, id, "e-1"), default));
        Assert.Contains("conversationId", loading.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_id_of_101_characters_is_refused()
    {
        Assert.True(await Store.CommitAsync(Commits.After(null, new string('c', 100), "e-1"), default));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.CommitAsync(Commits.After(null, new string('c', 101), "e-1"), default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("e\u0000")]
    public async Task An_empty_event_id_or_one_with_control_characters_is_refused(string eventId) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Store.CommitAsync(Commits.After(null, "c-1", eventId), default));

    [Fact]
    public async Task A_conversation_may_be_read_for_no_event()
    {
        await Store.CommitAsync(Commits.After(null, "c-1", "e-1"), default);

        var loaded = await Store.LoadAsync("c-1", "internal", "", default);

        Assert.Equal((1, null), (loaded.Context?.Version, loaded.AnsweredAt));
    }

    [Fact]
    public async Task A_context_of_a_megabyte_is_kept_whole()
    {
        var commit = Commits.After(null, "c-1", "e-1");
        commit.Context.Said.Add(new string('가', 350_000));
        await Store.CommitAsync(commit, default);

        Assert.Equal(350_000, (await Store.LoadAsync("c-1", "directline", "e-2", default)).Context?.Said[0].Length);
    }

    [Fact]
    public async Task A_restart_keeps_everything()
    {
        var commit = Commits.After(null, "c-1", "e-1");
        commit.Context.Wakes.Add(new Wake("silence", Noon));
        commit.Context.Receipts.Add(new Receipt("R-20417", "return"));
        await Store.CommitAsync(commit, default);

        await RestartAsync();

        var loaded = await Store.LoadAsync("c-1", "directline", "e-1", default);
        Assert.Equal((1, 1, "R-20417"), (loaded.Context?.Version, loaded.AnsweredAt, loaded.Context?.Receipts[0].Number));
        Assert.Equal(2, (await Store.ReadLogAsync("c-1", 0, default)).Length);
        Assert.Single(await Store.ReadJournalAsync("c-1", default));
        Assert.Equal(["c-1"], await Due(Noon));
    }

    private async Task CommitWaking(string id, params Wake[] wakes)
    {
        var commit = Commits.After(null, id, "e-1");
        commit.Context.Wakes.AddRange(wakes);
        Assert.True(await Store.CommitAsync(commit, default));
    }

    private async Task CommitToDeliverAsync(string conversation, string eventId)
    {
        var commit = Commits.After((await Store.LoadAsync(conversation, "directline", eventId, default)).Context, conversation, eventId);
        commit.Context.ToDeliver = commit.Context.LastSequence;
        Assert.True(await Store.CommitAsync(commit, default));
    }

    private async Task<IEnumerable<string>> Due(DateTimeOffset now, int most = 10) => await Store.DueAsync(now, DateTimeOffset.MinValue, most, default);
}
