using ServiceBot.Benchmarks;

// dotnet run --project tests/Benchmarks -c Release -- [micro|stages|turns URL|redis|stored N..|sockets N|queue|offer N|voice N..]
return args switch
{
    [] or ["micro"] => MicroBenchmarks.Run(),
    ["turns", var url] => await TurnBenchmarks.RunAsync(new Uri(url)),
    ["redis"] => await RedisTurnBenchmarks.RunAsync(),
    ["stored", .. var sizes] => await StoredBenchmarks.RunAsync(sizes),
    ["stages"] => await StageBenchmarks.RunAsync(),
    ["sockets", var count] => await SocketBenchmarks.RunAsync(int.Parse(count, System.Globalization.CultureInfo.InvariantCulture)),
    ["queue"] => await QueueBenchmarks.RunAsync(),
    ["offer", var times] => await OfferBenchmarks.RunAsync(int.Parse(times, System.Globalization.CultureInfo.InvariantCulture)),
    ["voice"] => await VoiceBenchmarks.RunAsync([1, 10, 50]),
    ["voice", .. var calls] => await VoiceBenchmarks.RunAsync([.. calls.Select(number => int.Parse(number, System.Globalization.CultureInfo.InvariantCulture))]),
    ["floor", var url, var redis] => await FloorServer.ServeAsync(url, redis),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: micro | stages | turns URL | redis | voice N.. | stored N.. | sockets N | queue | offer N   (URL of a running bot with BotFramework:AppId empty, such as http://localhost:5080; docs/performance.md)");
    return 2;
}
