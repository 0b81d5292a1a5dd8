using System.Collections.Immutable;
using System.Globalization;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Orders;
using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Returns;

/// <summary>What a return asks and says in each state.</summary>
internal static class ReturnQuestions
{
    public const string OtherReason = "other_reason";
    public const string OtherItems = "other_items";
    public const string Person = "person";
    public const string Leave = "leave";

    // What the shop may answer to the effect; the rest are faults of ours that a customer need not read.
    private static readonly ImmutableHashSet<string> RefusalsKnown = ["already_returned", "order_not_returnable", "order_unknown", "quantity_invalid", "refund_exceeds_paid", "account_missing"];

    public static Question Order(DialogScope scope) => OrderChoice.Ask(ReturnSlots.Order, Sentence.Of("return.askOrder"), ReturnFacts.Returnable(scope), scope);

    public static Question NothingToReturn(DialogScope scope) => Question.Tell(Sentence.Of("return.nothingToReturn"));

    public static Question Items(DialogScope scope) =>
        LineChoice.Ask(ReturnSlots.Items, Sentence.Of("return.askItems", ("order", ReturnFacts.Order(scope).Id)), ReturnFacts.Order(scope), ReturnFacts.Lines(scope), scope);

    public static Question Quantity(DialogScope scope)
    {
        var line = ReturnFacts.ChosenLines(scope)[0];
        return Question.Open(ReturnSlots.Quantity, ExpectedKind.Number, Sentence.Of("return.askQuantity", ("item", Titles.Of(line, scope.Context.Language)), ("most", line.Returnable)));
    }

    public static Question Reason(DialogScope scope) => Question.Choose(ReturnSlots.Reason, ExpectedKind.Reason, Sentence.Of("return.askReason", ("items", Names(scope))),
        scope.Policy.Returns.Reasons.Select(reason => new Option(reason, scope.Words($"terms.reason.{reason}"))
        {
            Data = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("reason", reason)]),
        })) with { Why = Sentence.Of("return.whyReason") };

    public static Question Condition(DialogScope scope) => Question.YesNo(ReturnSlots.Used.Name, Sentence.Of(ReturnFacts.OpenCondition(scope) switch { OpenFact.Unwrapped => "policies.ask.unwrapped", OpenFact.Started => "policies.ask.started", _ => "policies.ask.used" })) with { Why = Sentence.Of("return.whyUsed") };

    public static Question Evidence(DialogScope scope) => Question.Open(ReturnSlots.Evidence, ExpectedKind.Photo,
        Sentence.Of(scope.Policy.Returns.EvidenceFor(scope.Get(ReturnSlots.Reason)) == EvidenceRule.Required ? "return.needEvidence" : "return.askEvidence")) with { Why = Sentence.Of("return.whyEvidence") };

    public static Question Alternatives(DialogScope scope)
    {
        var refused = scope.Get(Outcomes.Reason) is { } reason
            ? ImmutableArray.Create(Sentence.Of("return.refusedByShop", ("reason", new Term($"return.refusal.{(RefusalsKnown.Contains(reason) ? reason : "other")}"))))
            : Explain(ReturnFacts.Verdict(scope));
        var offers = new List<string>();
        if (scope.Policy.Returns.AsksReason && !scope.Knows(Outcomes.Reason)) offers.Add(OtherReason);
        if (ReturnFacts.Lines(scope).Length > 1) offers.Add(OtherItems);
        offers.AddRange([Person, Leave]);
        return Question.Choose(ReturnSlots.Alternative, ExpectedKind.Choice, Sentence.Of("return.askAlternative"), offers.Select(offer => new Option(offer, scope.Words($"return.alternative.{offer}")))) with { Lead = refused };
    }

    public static ImmutableArray<Option> RefundOptions(DialogScope scope) => [.. ReturnFacts.Destinations(scope).Select(destination => new Option(destination.Value, Title(scope, destination).Eye)
    {
        Speak = Title(scope, destination).Ear,
        AlsoKnownAs = destination.Method is { LastFour: { } four } ? [four] : [],
        Data = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("paymentMethodId", destination.Value)]),
    })];

    public static Question RefundTo(DialogScope scope) => Question.Choose(ReturnSlots.RefundTo, ExpectedKind.Payment, Sentence.Of("return.askRefundTo"), RefundOptions(scope));

    public static Question Account(DialogScope scope) => Question.Open(ReturnSlots.Account, ExpectedKind.Account, Sentence.Of("return.askAccount")) with { Why = Sentence.Of("return.whyAccount") };

    public static Question PickupDate(DialogScope scope) => Question.Choose(ReturnSlots.PickupDate, ExpectedKind.Date, Sentence.Of("return.askPickupDate"),
        scope.Policy.PickupDays(scope.Now).Select((day, at) => new Option(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), scope.Words(Sentence.Of("return.day", ("day", day)))) 
        {
            Speak = scope.Spoken(Sentence.Of("return.day", ("day", day))),
            AlsoKnownAs = at == 0 ? [scope.Words("return.earliest"), scope.Words("return.anyDay")] : [], // whoever does not mind is not asked again
        }));

    public static Question ReadBack(DialogScope scope)
    {
        var quote = ReturnFacts.Quote(scope);
        var lead = ImmutableArray.CreateBuilder<Sentence>();
        var verdict = ReturnFacts.Verdict(scope);
        lead.Add(verdict.Text);
        lead.Add(Sentence.Of(verdict.Goods == GoodsWay.SendBack ? "return.readItems" : "return.readKept", ("items", Names(scope)), ("order", ReturnFacts.Order(scope).Id)));
        if (quote.Items.Length > 1) lead.AddRange(quote.Items.Select(item => item.Text));
        lead.Add(ReadRefund(scope, quote));
        if (quote.CorrectsCashReceipt) lead.Add(Sentence.Of("policies.quote.cashReceipt"));
        if (ReturnFacts.BooksCourier(scope))
            lead.Add(Sentence.Of("return.readPickup", ("day", scope.Get(ReturnSlots.PickupDate)), ("address", PickupPlaces.ReadBack(scope, scope.Known(ReturnSlots.PickupAddress)))));
        return Question.YesNo("confirm", Sentence.Of("return.confirm")) with
        {
            Lead = lead.ToImmutable(),
            IsReadBack = true,
            Card = new QuestionCard(Sentence.Of("return.quoteTitle"), [.. quote.Items.Select(item => (RowOf(item, scope), Sentence.Of("return.amount", ("amount", item.Amount)))), (Sentence.Of("return.quoteTotal"), Sentence.Of("return.amount", ("amount", quote.Total)))]),
        };
    }

    public static Question InProgress(DialogScope scope) => Question.Tell(Sentence.Of("return.inProgress"));

    public static Question Receipt(DialogScope scope)
    {
        var receipt = scope.Known(Outcomes.Receipt);
        var lead = ImmutableArray.Create(Sentence.Of(receipt.Kind == "refund" ? "return.refunded" : "return.booked", ("items", Names(scope, scope.Known(ReturnSlots.Booked))), ("number", receipt.Number)));
        if (scope.Knows(ReturnSlots.PickupDate)) lead = lead.Add(Sentence.Of("return.courierComes", ("day", scope.Get(ReturnSlots.PickupDate))));
        var when = scope.Knows(ReturnSlots.DueOn) ? Sentence.Of("return.dueOn", ("day", scope.Get(ReturnSlots.DueOn)))
            : scope.Knows(ReturnSlots.DueDays) ? Sentence.Of("return.dueAfter", ("days", scope.Get(ReturnSlots.DueDays)))
            : Sentence.Of("return.instructions");
        return new Question(when, Expectation.Nothing) { Lead = lead, Receipt = receipt };
    }

    private static EyeAndEar Title(DialogScope scope, RefundDestination destination) => destination switch
    {
        { IsOriginal: true } => scope.Both(Sentence.Of("return.toOriginal", ("method", ReturnFacts.Order(scope).Payments.Select(payment => NameOf(scope, payment.MethodId, payment.Kind)).Distinct().ToArray()))),
        { Method: { Balance: { } balance } method } => scope.Both(Sentence.Of("return.toCard", ("method", NameOf(scope, method.Id, method.Kind)), ("balance", balance))),
        _ => NameOf(scope, destination.Value, destination.Method?.Kind ?? PaymentKinds.GiftCard),
    };

    /// <summary>What a payment method is called: visa 9212, 신한카드, 적립금.</summary>
    public static EyeAndEar NameOf(DialogScope scope, string methodId, string kind)
    {
        var method = ReturnFacts.Method(scope, methodId);
        var words = scope.Words($"terms.payment.{kind}");
        if (method?.Brand is not { } brand) return new(words, words);
        // 신한카드 says what it is; visa does not.
        var name = brand.EndsWith("카드", StringComparison.Ordinal) ? brand : $"{brand} {words}";
        return method.LastFour is { } four ? scope.Both(Sentence.Of("return.methodEnding", ("name", name), ("four", four))) : new(name, name);
    }

    private static Sentence RowOf(QuoteItem item, DialogScope scope) => item is { Kind: QuoteItemKind.Goods, LineId: { } line, Quantity: var quantity }
        ? Sentence.Of("return.rowGoods", ("item", Name(scope, new LineQuantity(line, quantity))))
        : Sentence.Of($"return.row{item.Kind}");

    private static ImmutableArray<Sentence> Explain(Verdict verdict) => [verdict.Text, .. verdict.Alternatives.Take(2).Select(key => Sentence.Of(key))];

    private static IReadOnlyList<EyeAndEar> Names(DialogScope scope) => Names(scope, ReturnFacts.Request(scope).Lines);

    private static IReadOnlyList<EyeAndEar> Names(DialogScope scope, IEnumerable<LineQuantity> lines) => [.. lines.Select(asked => Name(scope, asked))];

    private static EyeAndEar Name(DialogScope scope, LineQuantity asked)
    {
        var line = ReturnFacts.Order(scope).Line(asked.LineId) ?? throw new InvalidOperationException($"Line '{asked.LineId}' is not in the order.");
        var title = Titles.Of(line, scope.Context.Language);
        return asked.Quantity == 1 ? new(title, title) : scope.Both(Sentence.Of("return.several", ("item", title), ("quantity", asked.Quantity)));
    }

    // What goes to one place is one amount, and said once.
    private static Sentence ReadRefund(DialogScope scope, RefundQuote quote)
    {
        (EyeAndEar Method, Money Amount)[] parts = [.. quote.Parts.GroupBy(part => (part.PaymentMethodId, part.Kind)).Select(part =>
            (NameOf(scope, part.Key.PaymentMethodId, part.Key.Kind), new Money(part.Sum(payment => payment.Amount), quote.Total.Currency)))];
        if (parts is [var whole]) return Sentence.Of("return.readRefundWhole", ("total", quote.Total), ("method", whole.Method));
        IReadOnlyList<EyeAndEar> words = parts.Length == 0 ? [scope.Both(Sentence.Of("return.noMoney"))] : [.. parts.Select(part => scope.Both(Sentence.Of("return.part", ("method", part.Method), ("amount", part.Amount))))];
        return Sentence.Of("return.readRefund", ("total", quote.Total), ("parts", words));
    }
}
