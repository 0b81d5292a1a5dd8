using System.CommandLine;
using ServiceBot.Rig.Nodes;
using ServiceBot.Rig.Runs;

var kills = new Option<int>("--kills") { Description = "How often a node is killed.", DefaultValueFactory = _ => 100 };
var atOnce = new Option<int>("--customers") { Description = "How many customers talk at a time.", DefaultValueFactory = _ => 12 };
var command = new RootCommand("Kills and disturbs a running bot under load, and checks that nothing is lost or doubled.") { kills, atOnce };
command.SetAction(async (parsed, _) =>
{
    var many = parsed.GetValue(kills);
    var customers = Math.Max(2_000, many * 15);
    await using var deployment = await Deployment.EmbeddedAsync(customers);
    var (findings, report) = await NodeKills.RunAsync(deployment, many, parsed.GetValue(atOnce), customers);
    await Console.Out.WriteLineAsync(report);
    await Console.Out.WriteLineAsync($"found: {findings}");
    return findings.IsClean ? 0 : 1;
});
return await command.Parse(args).InvokeAsync();
