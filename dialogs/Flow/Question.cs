using System.Collections.Immutable;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Flow;

/// <summary>What a dialog says where it rests: sentences first, then the question, if there is one.</summary>
/// <param name="Ask">The question, or the last thing said; reprompts are its sentence's ladder.</param>
/// <param name="Expecting">What is waited for.</param>
internal sealed record Question(Sentence Ask, Expectation Expecting)
{
    /// <summary>What is said before it, only the first time.</summary>
    public ImmutableArray<Sentence> Lead { get; init; } = [];
    /// <summary>A card beside it.</summary>
    public QuestionCard? Card { get; init; }
    /// <summary>A receipt that it gives.</summary>
    public Receipt? Receipt { get; init; }
    /// <summary>The answer to "why do you ask?"; null takes the general one.</summary>
    public Sentence? Why { get; init; }
    /// <summary>Whether this takes leave.</summary>
    public bool IsFarewell { get; init; }
    /// <summary>Whether this reads back what a yes will bind to.</summary>
    public bool IsReadBack { get; init; }

    /// <summary>Something said that waits for nothing.</summary>
    public static Question Tell(Sentence sentence) => new(sentence, Expectation.Nothing);

    /// <summary>A yes-or-no question of consent.</summary>
    public static Question YesNo(string slot, Sentence ask) => new(ask, new Expectation(slot, ExpectedKind.YesNo));

    /// <summary>A yes-or-no question that offers something.</summary>
    public static Question Offer(string slot, Sentence ask) => new(ask, new Expectation(slot, ExpectedKind.YesNo) { IsOffer = true });

    /// <summary>A question with options.</summary>
    public static Question Choose(Slot slot, ExpectedKind kind, Sentence ask, IEnumerable<Option> options, bool many = false) =>
        new(ask, new Expectation(slot.Name, kind) { Options = [.. options], Many = many });

    /// <summary>An open question.</summary>
    public static Question Open(Slot slot, ExpectedKind kind, Sentence ask) => new(ask, new Expectation(slot.Name, kind));
}

/// <summary>A card in sentences.</summary>
internal sealed record QuestionCard(Sentence Title, ImmutableArray<(Sentence Label, Sentence Value)> Rows);
