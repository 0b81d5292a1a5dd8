using System.Collections.Immutable;
using System.Text.Json;
using ServiceBot.Dialogs.Escalation;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Identification;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Orders;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Repair;

/// <summary>
/// What a customer left unfinished on another channel is offered on this one. A telephone number is a hint and no proof: before identity is proven, only that
/// there is something unfinished is said. Who goes on goes on in that very conversation, and this one says nothing more.
/// </summary>
internal static class Elsewhere
{
    public const string Name = "elsewhere";
    private const string Offer = nameof(Offer);

    /// <summary>Offers to go on to whoever calls from a number that the shop knows.</summary>
    /// <returns>False where there is nothing to offer.</returns>
    public static bool TryOffer(DialogStack stack)
    {
        if (stack.Step.Turn is not { Channel.Joins: true } turn || Contact.OfCaller(turn.From) is not { } number) return false;
        var need = new UnfinishedOfNumber(number, stack.Context.Id);
        if (!stack.Step.Facts.Require(need) || stack.Step.Facts.Get(need) is null) return false;
        Ask(stack, 0);
        return true;
    }

    public static void Ask(DialogStack stack, int attempt) =>
        stack.Step.Ask(Question.YesNo(IdentifySlots.GoOn.Name, Sentence.Of("repair.elsewhere")), Name, Offer, attempt);

    /// <summary>Takes the answer to the offer.</summary>
    /// <returns>False where the words are no answer to it.</returns>
    public static bool TryAnswer(DialogStack stack, Recognition heard)
    {
        if (stack.Context.Asked is not { Dialog: Name } || heard.Answer is not { } answer) return false;
        stack.Context.Misses = 0;
        if (answer == YesNo.No)
        {
            Welcome.Ask(stack, Welcome.Greet, 0);
            return true;
        }
        stack.ScopeOf(stack.Begin(IdentifyDialog.Title)).Set(IdentifySlots.GoOn, true);
        stack.Run();
        return true;
    }

    /// <summary>What the verified customer left unfinished, as a need; none where this channel cannot go on with it.</summary>
    public static UnfinishedOf? Need(DialogScope scope) => scope.Turn.Channel.Joins && scope.IsVerified ? new UnfinishedOf(scope.CustomerId, scope.Context.Id) : null;

    /// <summary>That conversation, once it is fetched.</summary>
    public static UnfinishedConversation? Found(DialogScope scope) => Need(scope) is { } need && scope.Facts.Require(need) ? scope.Fact(need) : null;

    /// <summary>The orders by which what it is about is named.</summary>
    public static Need? Orders(DialogScope scope) => Found(scope) is { Lines.IsEmpty: false } ? OrderChoice.Orders(scope) : null;

    /// <summary>What it is about: 반품 — 무선 주전자(블루).</summary>
    public static string Matter(DialogScope scope, UnfinishedConversation found) => Matter(scope, found.Dialog, found.Lines);

    /// <summary>This conversation is left for the one that is gone on with.</summary>
    public static void GoOn(DialogScope scope)
    {
        scope.Context.ContinuedIn = Found(scope)?.Id;
        scope.Context.Stack.Clear();
        scope.Context.Waiting.Clear();
    }

    /// <summary>Who has proven elsewhere to be this conversation's customer goes on here. To anybody else nothing is said.</summary>
    public static void Join(DialogStack stack, Joined joined)
    {
        var context = stack.Context;
        if (!context.IsOf(joined.CustomerId)) return;
        context.Misses = context.Silences = context.Stumbles = 0;
        if (context.Owner is { IsSilent: true }) return;
        if (context.Top is { } top)
        {
            var frame = stack.CallerOf(top);
            var scope = stack.ScopeOf(frame);
            var lines = LinesOf(frame);
            if (!lines.IsEmpty && !stack.Step.Facts.Require(new OrdersOf(joined.CustomerId))) return;
            stack.Step.Say(Sentence.Of("repair.joined", ("name", context.CustomerName ?? ""), ("what", Matter(scope, frame.Dialog, lines))));
        }
        stack.AskAgain(0);
    }

    /// <summary>The lines of an order that a dialog is about.</summary>
    public static ImmutableArray<string> LinesOf(DialogFrame frame) =>
        frame.Slots.GetValueOrDefault("items")?.Value is { ValueKind: JsonValueKind.Array } items ? [.. items.EnumerateArray().Select(item => item.GetString() ?? "")] : [];

    private static string Matter(DialogScope scope, string dialog, ImmutableArray<string> lines)
    {
        var matter = scope.Words($"{dialog}.name");
        if (lines.IsEmpty) return matter;
        var titles = OrderChoice.All(scope).SelectMany(order => order.Lines).Where(line => lines.Contains(line.Id)).Select(line => Titles.Of(line, scope.Context.Language)).ToArray();
        return titles.Length == 0 ? matter : scope.Words(Sentence.Of("repair.matter", ("items", string.Join(", ", titles)), ("matter", matter)));
    }
}
