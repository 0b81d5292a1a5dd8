using System.Text.Json;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.ShopFacts;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Flow;

/// <summary>What a dialog sees of the world during one step: its slots, the facts that were fetched, the time of the turn, the policy.</summary>
internal sealed class DialogScope(Step step, DialogFrame frame)
{
    public DialogFrame Frame => frame;
    public ConversationContext Context => step.Context;
    public Turn Turn => step.Turn;
    public ShopPolicy Policy => step.Policy;
    public Facts Facts => step.Facts;

    /// <summary>The time of the turn; nothing in a dialog asks another clock.</summary>
    public DateTimeOffset Now => step.Turn.ReceivedAt;

    /// <summary>When the customer spoke, which is what counts in law (전자상거래법 §17④).</summary>
    public DateTimeOffset SentAt => step.Turn.SentAt is { } sent && sent <= Now ? sent : Now;

    /// <summary>The day of the turn in the shop's time zone.</summary>
    public DateOnly Today => step.Today;

    /// <summary>The verified customer's id; only states after identification may ask.</summary>
    public string CustomerId => Context.CustomerId ?? throw new InvalidOperationException($"Dialog '{frame.Dialog}' asks for the customer in state '{frame.State}', before anybody is verified.");

    public bool IsVerified => Context.CustomerId is not null && Context.Assurance >= Assurance.Verified;

    public bool Knows(Slot slot) => frame.Slots.ContainsKey(slot.Name);

    public T? Get<T>(Slot<T> slot) where T : notnull =>
        frame.Slots.TryGetValue(slot.Name, out var value) ? value.Value.Deserialize(Slot<T>.Json) : default;

    /// <summary>The slot's value, which must be known.</summary>
    public T Known<T>(Slot<T> slot) where T : notnull =>
        Get(slot) ?? throw new InvalidOperationException($"Slot '{slot.Name}' of dialog '{frame.Dialog}' is not known in state '{frame.State}'.");

    public void Set<T>(Slot<T> slot, T value, SlotSource source = SlotSource.Said) where T : notnull
    {
        var json = JsonSerializer.SerializeToElement(value, Slot<T>.Json);
        if (frame.Slots.TryGetValue(slot.Name, out var old) && !JsonElement.DeepEquals(old.Value, json)) Forget(slot);
        frame.Slots[slot.Name] = new SlotValue(json, source, Now);
    }

    /// <summary>Forgets a slot and all that hangs on it.</summary>
    public void Forget(Slot slot)
    {
        frame.Slots.Remove(slot.Name);
        frame.Answered.Remove(slot.Name);
        foreach (var dependent in slot.Forgets) Forget(dependent);
    }

    /// <summary>A fact that the state declared among its needs.</summary>
    /// <exception cref="InvalidOperationException">The state did not declare it.</exception>
    public TFact? Fact<TFact>(Need<TFact> need) where TFact : class => step.Facts.Get(need);

    /// <summary>Says something before the next question.</summary>
    public void Say(Sentence sentence) => step.Say(sentence);

    /// <summary>Words for an option's title or a value inside a sentence, in the language of the answer.</summary>
    public string Words(Sentence sentence) => step.Words(sentence);

    /// <summary>The same for the ear.</summary>
    public string Spoken(Sentence sentence) => step.Spoken(sentence);

    /// <summary>Both forms of a sentence, as a value of another.</summary>
    public EyeAndEar Both(Sentence sentence) => new(step.Words(sentence), step.Spoken(sentence));

    public string Words(string term) => step.Words(Sentence.Of(term));
}
