using ServiceBot.Benchmarks;

// dotnet run --project tests/Benchmarks -c Release -- [micro|turns URL]
return args switch
{
    [] or ["micro"] => MicroBenchmarks.Run(),
    ["turns", var url] => await TurnBenchmarks.RunAsync(new Uri(url)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: micro | turns URL   (URL of a running bot with BotFramework:AppId empty, such as http://localhost:5080)");
    return 2;
}
