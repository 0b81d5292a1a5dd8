using ServiceBot.CtiAdapter.Simulator;

namespace ServiceBot.Bot.Tests.Telephone;

/// <summary>A caller with a telephone at the ear.</summary>
public sealed class PhoneCall(SimulatedCall call)
{
    private int read;

    /// <summary>What was heard since the last thing that the caller did.</summary>
    public string Heard { get; private set; } = "";

    /// <summary>Everything that was heard and done, for failures.</summary>
    public string Story => string.Join('\n', call.Log.Events.Select(Line).Where(line => line.Length > 0));

    /// <summary>The documents that the bot answered, newest last.</summary>
    public IReadOnlyList<WebhookAnswered> Answers => [.. call.Log.Events.OfType<WebhookAnswered>()];

    public bool IsOver => call.IsOver;

    public SimulatedCall Network => call;

    public async Task RingAsync()
    {
        await call.RingAsync(TestContext.Current.CancellationToken);
        Listen();
    }

    /// <summary>Says something, as surely as speech recognition hears it.</summary>
    public Task<string> SayAsync(string words, double? confidence = 0.93) => ActAsync(new Spoke(words, confidence));

    /// <summary>Presses keys one after another.</summary>
    public async Task<string> PressAsync(string keys)
    {
        foreach (var key in keys) await call.ActAsync(new Pressed(key), TestContext.Current.CancellationToken);
        return Listen();
    }

    /// <summary>Takes up the telephone that rings.</summary>
    public Task<string> TakeUpAsync() => ActAsync(new OtherAnswered());

    /// <summary>What was heard since, without doing anything.</summary>
    public string Listen()
    {
        var all = call.Log.Events;
        Heard = string.Join(' ', all.Skip(read).OfType<CallerHears>().SelectMany(hears => hears.Sounds).OfType<Words>().Select(words => words.Text));
        read = all.Length;
        var faults = all.OfType<WebhookAnswered>().Where(answer => answer.Fault is not null || !answer.Warnings.IsEmpty).ToArray();
        if (faults.Length > 0) Assert.Fail($"The telephone company found fault with a document: {faults[0].Fault} {string.Join("; ", faults[0].Warnings)}\n{faults[0].Document}\n{Story}");
        return Heard;
    }

    public Task<string> SilenceAsync() => ActAsync(new KeptSilent());

    public Task<string> HangUpAsync() => ActAsync(new HungUp());

    /// <summary>Fails with the whole story where something was not heard.</summary>
    public void Hears(params string[] words)
    {
        foreach (var word in words)
            if (!Heard.Contains(word, StringComparison.Ordinal)) Assert.Fail($"'{word}' was not heard.\n{Story}");
    }

    /// <summary>Listens until all of this was heard, as on a socket, whose words come by themselves; fails with the whole story after thirty seconds.</summary>
    public async Task HearsSoonAsync(params string[] words)
    {
        var heard = Heard;
        for (var tries = 0; tries < 600 && !words.All(word => heard.Contains(word, StringComparison.Ordinal)); tries++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            heard += ' ' + Listen();
        }
        Heard = heard;
        Hears(words);
    }

    /// <summary>Waits until the call is over, which the bot may bring about a moment after what it answers; fails with the whole story after thirty seconds.</summary>
    public async Task EndsAsync()
    {
        for (var tries = 0; tries < 600 && !IsOver; tries++) await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.True(IsOver, Story);
    }

    private async Task<string> ActAsync(CallerAct act)
    {
        await call.ActAsync(act, TestContext.Current.CancellationToken);
        return Listen();
    }

    private static string Line(CallEvent happened) => happened switch
    {
        CallerHears hears => "bot:    " + string.Join(' ', hears.Sounds.OfType<Words>().Select(words => words.Text)),
        CallerDid did => $"caller: {did.Act}",
        StatusChanged status => $"({status.Status})",
        WebhookAnswered { Fault: { } fault } answer => $"FAULT {answer.Url}: {fault}",
        _ => "",
    };
}
