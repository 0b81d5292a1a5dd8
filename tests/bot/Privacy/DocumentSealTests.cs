using System.Text;
using ServiceBot.Bot.Privacy;

namespace ServiceBot.Bot.Tests.Privacy;

/// <summary>What is sealed, with which key, and what opens it.</summary>
public class DocumentSealTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    [Theory]
    [InlineData(10)]
    [InlineData(5_000)]
    public void What_was_sealed_is_not_to_be_read_and_opens_as_it_was(int length)
    {
        var words = Encoding.UTF8.GetBytes(new string('가', length));
        var kept = Seals.Seal.Seal(words);
        Assert.Equal(-1, kept.AsSpan().IndexOf("가가"u8));
        Assert.Equal(words, Seals.Seal.Open(kept).ToArray());
    }

    [Fact]
    public void The_newest_key_seals_and_older_ones_open()
    {
        SealKey older = SealKey.Create(), newer = SealKey.Create();
        var before = new DocumentSeal([older]).Seal("before"u8);
        var both = new DocumentSeal([newer, older]);
        Assert.Equal("before"u8.ToArray(), both.Open(before).ToArray());
        Assert.Equal("after"u8.ToArray(), new DocumentSeal([newer]).Open(both.Seal("after"u8)).ToArray());
    }

    [Fact]
    public void A_document_of_an_unknown_key_is_refused_by_the_name_of_the_key()
    {
        var kept = new DocumentSeal([SealKey.Create()]).Seal("words"u8);
        var refusal = Assert.Throws<SealException>(() => Seals.Seal.Open(kept));
        Assert.Contains(Convert.ToHexStringLower(kept.AsSpan(1, SealKey.IdLength)), refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_was_changed_is_refused()
    {
        var kept = Seals.Seal.Seal("words"u8);
        kept[^1] ^= 1;
        Assert.Throws<SealException>(() => Seals.Seal.Open(kept));
        Assert.Throws<SealException>(() => Seals.Seal.Open(kept.AsMemory(0, 20)));
    }

    [Fact]
    public void A_document_from_before_there_were_keys_is_read_as_it_is() =>
        Assert.Equal("""{"id":"c1"}"""u8.ToArray(), Seals.Seal.Open("""{"id":"c1"}"""u8.ToArray()).ToArray());

    [Fact]
    public void Without_a_setting_the_data_directory_has_a_key_of_its_own_that_only_its_owner_reads()
    {
        var file = KeyFile.In(directory.Path);
        var first = Assert.Single(KeyFile.ReadOrCreate(file));
        Assert.Equal(first.Write(), Assert.Single(KeyFile.ReadOrCreate(file)).Write());
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public void A_key_file_that_holds_something_else_is_refused_by_its_line()
    {
        var file = KeyFile.In(directory.Path);
        var good = Assert.Single(KeyFile.ReadOrCreate(file));
        File.WriteAllLines(file, [good.Write(), "not a key"]);
        Assert.Contains("Line 2", Assert.Throws<InvalidDataException>(() => KeyFile.ReadOrCreate(file)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => directory.Dispose();
}
