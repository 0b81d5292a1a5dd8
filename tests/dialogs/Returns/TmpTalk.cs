using ServiceBot.Dialogs.Tests.Worlds;
namespace ServiceBot.Dialogs.Tests.Returns;
public class TmpTalk(ITestOutputHelper output)
{
    [Fact]
    public async Task Talk()
    {
        var w = new World();
        output.WriteLine(await w.Start());
        foreach (var line in File.ReadAllLines("/tmp/talk.txt"))
        {
            output.WriteLine("> " + line);
            output.WriteLine(await w.Say(line) + $"   [{w.Last.Dialog}/{w.Last.State} {w.Last.Expecting.Kind} {string.Join(",", w.Last.Expecting.Options.Select(o => o.Title))}]");
        }
    }
}
