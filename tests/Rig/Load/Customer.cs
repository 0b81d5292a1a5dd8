using System.Text.Json.Nodes;

namespace ServiceBot.Rig.Load;

/// <summary>
/// Lives one story over Direct Line, by what the bot says that it expects. Every tenth thing is said twice at the same time, as by a client that
/// does not trust its network.
/// </summary>
/// <param name="story">What is lived, and where it is noted.</param>
/// <param name="bot">The bot.</param>
/// <param name="confirms">Awaited just before a yes is sent.</param>
/// <param name="isForgiving">Whether what was acknowledged and forgotten is said again, instead of being noted as a fault.</param>
internal sealed class Customer(Story story, BotClient bot, Func<Task> confirms, bool isForgiving)
{
    private static readonly TimeSpan LooksBack = TimeSpan.FromSeconds(4);
    // A log that cannot be read for a moment looks like an empty one.
    private static readonly TimeSpan TakesForEmpty = TimeSpan.FromSeconds(12);
    private const int TurnsAtMost = 30;
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(40);
    private readonly Random chance = new(story.Customer);
    private string watermark = "";

    /// <summary>Lives it to the end, or notes why that was not possible.</summary>
    public async Task LiveAsync(CancellationToken cancellationToken)
    {
        try
        {
            story.Conversation = await bot.OpenAsync(chance);
            await HearAsync("");
            foreach (var wish in story.Wishes)
            {
                if (cancellationToken.IsCancellationRequested)
                    return;
                await PursueAsync(wish);
            }

            story.IsFinished = true;
        }
        catch (Exception fault) when (fault is TimeoutException or InvalidDataException or ForgottenException)
        {
            story.Stuck = fault.Message;
        }
    }

    /// <summary>Pursues one wish in a conversation that is open, until its receipt is heard or it was refused.</summary>
    /// <exception cref="TimeoutException">Nobody answered.</exception>
    /// <exception cref="InvalidDataException">It came to no end.</exception>
    public async Task PursueAsync(Wish wish)
    {
        var says = wish.Opening;
        var (corrected, declined, openings, lately) = (false, 0, 0, new Queue<string>());
        for (var turns = 0; turns < TurnsAtMost; turns++)
        {
            var heard = await SayAsync(says);
            lately.Enqueue($"{says} -> {string.Join(' ', heard.Select(message => BotClient.Text(message, "text")))}");
            if (lately.Count > 3)
                lately.Dequeue();
            foreach (var number in heard.Select(Receipt).Where(number => number.Length > 0))
            {
                story.Receipts[wish.Line ?? "person"] = number;
                return;
            }

            var (dialog, state, kind) = Rest(heard[^1]);
            // Who was forgotten and asks again may be told that it was done before, and be offered what is left.
            var isOfSomethingElse = isForgiving && kind == "yesno" && IsOfSomethingElse(wish, corrected, heard);
            openings += says == wish.Opening ? 1 : 0;
            if (dialog == "welcome" && (wish.IsRefused || declined > 1 || (isForgiving && openings > 2)))
                return;
            says = (dialog, kind) switch
            {
                (_, "yesno") when isOfSomethingElse => (declined == 0 ? wish.Correction : null) ?? "cancel that",
                // Whoever wants what was paid back before is offered what is left of the order, and does not want that.
                (_, "yesno") when wish.IsRefused => "cancel that",
                (_, "yesno") when wish.Correction is { } correction && !corrected => correction,
                (_, "yesno") => "yes",
                (_, "identity" or "email") => Nodes.RigShop.Email(story.Customer),
                (_, "phone") => Nodes.RigShop.Email(story.Customer),
                ("return", "order") => Nodes.RigShop.Order(story.Customer),
                ("return", "item") => wish.Line == "1" ? "Blue Kettle" : "Desk Lamp",
                ("return", "reason") => "it is defective",
                ("return", "choice") when isForgiving => "cancel that",
                ("welcome", _) => wish.Opening,
                _ => throw new InvalidDataException($"The bot rests at {dialog}/{state} and expects {kind}, which no story of the rig answers."),
            };
            corrected |= says == wish.Correction;
            declined += isOfSomethingElse ? 1 : 0;
            if (says == "yes")
                await confirms();
        }

        throw new InvalidDataException($"No end after {TurnsAtMost} turns: {wish.Opening[..12]}... The last were: {string.Join(" / ", lately)}");
    }

    // Before the correction the wish is what it opens with.
    private static bool IsOfSomethingElse(Wish wish, bool corrected, IReadOnlyList<JsonNode> heard)
    {
        var text = string.Join(' ', heard.Select(message => BotClient.Text(message, "text")));
        var wished = wish is { Correction: not null } && !corrected ? "1" : wish.Line;
        return wished is not null && Nodes.RigShop.Goods.Any(goods => goods.Line != wished && text.Contains(goods.Name, StringComparison.Ordinal))
            && !text.Contains(Nodes.RigShop.Goods.First(goods => goods.Line == wished).Name, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<JsonNode>> SayAsync(string text)
    {
        while (true)
        {
            try
            {
                return await SayOnceAsync(text);
            }
            catch (ForgottenException gone) when (isForgiving)
            {
                story.Forgotten++;
                watermark = "";
                if (!gone.IsWhole)
                    continue;
                story.Conversation = await bot.OpenAsync(chance);
                await HearAsync("");
            }
        }
    }

    private async Task<IReadOnlyList<JsonNode>> SayOnceAsync(string text)
    {
        var eventId = $"rig-{story.Customer}-{story.Said.Count + story.Forgotten + 1}";
        var twice = chance.Next(10) == 0 ? bot.SayAsync(new Random(story.Customer + 1), story.Conversation, eventId, text) : null;
        var logged = await bot.SayAsync(chance, story.Conversation, eventId, text);
        if (twice is not null && await twice is { } other && other != logged)
            story.Contradictions.Add($"{eventId} was acknowledged as {logged} and as {other}");
        story.Said.Add(new Said(eventId, logged));
        return await HearAsync(logged);
    }

    /// <summary>Reads until the bot rests after what was said.</summary>
    /// <returns>What it said since; never empty.</returns>
    /// <exception cref="ForgottenException">What was said is not there any more.</exception>
    private async Task<IReadOnlyList<JsonNode>> HearAsync(string after)
    {
        var glance = Glance;
        for (var waited = System.Diagnostics.Stopwatch.StartNew(); waited.Elapsed < BotClient.Patience; await Task.Delay(glance), glance = glance * 1.5 > TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : glance * 1.5)
        {
            var looksBack = isForgiving && after.Length > 0 && waited.Elapsed > LooksBack;
            var batch = await bot.ReadAsync(chance, story.Conversation, looksBack ? "" : watermark);
            var all = (batch["activities"]?.AsArray() ?? []).OfType<JsonNode>().ToArray();
            if (looksBack && (all.Length > 0 || waited.Elapsed > TakesForEmpty) && all.All(activity => BotClient.Text(activity, "id") != after))
                throw new ForgottenException($"{after} stands in the log no more.") { IsWhole = false };
            var said = all
                .SkipWhile(activity => after.Length > 0 && BotClient.Text(activity, "id") != after)
                .Where(activity => BotClient.Text(activity["from"], "role") == "bot").ToArray();
            // After a receipt an agent may have the word, and nothing is asked.
            if (said.Length == 0 || (Rest(said[^1]).Kind is "" or "none" && said.All(message => Receipt(message).Length == 0)))
                continue;
            watermark = BotClient.Text(batch, "watermark");
            return said;
        }

        throw new TimeoutException($"The bot did not answer {after} within {BotClient.Patience}.");
    }

    private static string Receipt(JsonNode message) => BotClient.Text(message["channelData"]?["servicebot"]?["receipt"], "number");

    private static (string Dialog, string State, string Kind) Rest(JsonNode message)
    {
        var data = message["channelData"]?["servicebot"];
        return (BotClient.Text(data, "dialog"), BotClient.Text(data, "state"), BotClient.Text(data?["expecting"], "kind"));
    }
}
