using System.Collections.Immutable;
using ServiceBot.Conversations.DirectLine;

namespace ServiceBot.Conversations.Retail;

/// <summary>
/// Plays one story: opens with a sentence of its own, answers each question from the story by what the bot says it expects, says yes at the
/// read-back, and goes on with the next wish after each receipt. It reads no prose.
/// </summary>
internal sealed class RetailCustomer(RetailTask task)
{
    private const int TurnsAtMost = 40;
    private readonly List<string> lines = [];
    private int done;

    /// <summary>What was said, line by line.</summary>
    public string Transcript => string.Join(Environment.NewLine, lines);

    /// <summary>Plays until every wish has its receipt.</summary>
    /// <exception cref="RetailPlayException">The bot asked what the story does not tell, or came to no end.</exception>
    public async Task PlayAsync(Uri address, string secret)
    {
        var (customer, heard) = await DirectLineCustomer.StartAsync(address, secret, "en-US");
        using var _ = customer;
        Note(heard);
        for (var turns = 0; turns < TurnsAtMost; turns++)
        {
            done += heard.Count(message => message.Receipt is not null);
            if (done >= task.Wishes.Count) return;
            var says = Answer(heard[^1]);
            lines.Add($"> {says}");
            heard = await customer.SayAsync(says);
            Note(heard);
        }
        throw new RetailPlayException($"no end after {TurnsAtMost} turns");
    }

    private RetailWish Wish => task.Wishes[done];

    private string Answer(BotMessage asked) => asked switch
    {
        { Dialog: "welcome" } => Opening(),
        { Kind: "identity" } => task.Email is { } email ? $"My email is {email}" : $"I'm {task.Name}, zip code {task.Postcode}",
        { Kind: "email" } when task.Email is { } email => email,
        { Kind: "name" } => task.Name,
        { Kind: "postcode" } when task.Postcode is { } postcode => postcode,
        { Kind: "order", Dialog: "return" } => $"order {Wish.Order}",
        { Kind: "item" } => Items(asked),
        { Kind: "payment" } => asked.Options.FirstOrDefault(option => option.Data.GetValueOrDefault("paymentMethodId") == Wish.RefundTo)?.Title ?? throw new RetailPlayException($"{Wish.RefundTo} is not offered"),
        { Kind: "yesno" } => "yes",
        _ => throw new RetailPlayException($"the story has no answer to {asked.Dialog}/{asked.State} ({asked.Kind})"),
    };

    /// <summary>What comes back by its title; by number where two of a kind stand in one order.</summary>
    private string Items(BotMessage asked)
    {
        var left = asked.Options.Select((option, place) => (option.Title, Item: option.Data.GetValueOrDefault("itemId"), Place: place + 1)).ToList();
        var chosen = new List<(string Title, string? Item, int Place)>();
        foreach (var item in Wish.Items)
        {
            var option = left.Find(option => option.Item == item);
            if (option.Item is null) throw new RetailPlayException($"item {item} is not offered");
            left.Remove(option);
            chosen.Add(option);
        }
        return asked.Options.GroupBy(option => option.Title, StringComparer.Ordinal).Any(same => same.Count() > 1)
            ? string.Join(" and ", chosen.Select(option => $"number {option.Place}"))
            : string.Join(" and ", chosen.Select(option => option.Title));
    }

    private string Opening() => (task.Id % 6) switch
    {
        0 => "Hello, I'd like to return something I bought from you.",
        1 => $"Hi! I want to send back part of my order {Wish.Order}.",
        2 => "I need to return some items and get my money back",
        3 => $"there are things in {Wish.Order} I don't want to keep, can I return them?",
        4 => "Good morning, how do I return what was delivered? I'd like to do it now",
        _ => $"Please start a return for order number {Wish.Order}",
    };

    private void Note(ImmutableArray<BotMessage> heard)
    {
        foreach (var message in heard) lines.Add($"{message.Text}   [{message.Dialog}/{message.State} {message.Kind}]");
    }
}

/// <summary>A story could not be played to its end.</summary>
internal sealed class RetailPlayException(string message) : Exception(message);
