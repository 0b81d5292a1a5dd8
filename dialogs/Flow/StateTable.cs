using System.Collections.Immutable;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Flow;

/// <summary>What each state of a dialog needs, waits for and says, in the order of the table.</summary>
internal sealed class StateTable<TState> where TState : struct, Enum
{
    private readonly Dictionary<string, StateDetail> _details = new(StringComparer.Ordinal);

    public StateDetail At(TState state)
    {
        var name = state.ToString();
        if (!_details.TryGetValue(name, out var detail)) _details.Add(name, detail = new StateDetail(name));
        return detail;
    }

    public IReadOnlyDictionary<string, StateDetail> Details => _details;
}

/// <summary>Hears the value of a slot in an utterance.</summary>
/// <param name="scope">The dialog.</param>
/// <param name="heard">What was understood.</param>
/// <param name="asked">Whether this very slot was asked for; otherwise only what says so by itself counts.</param>
/// <returns>Whether a value was taken.</returns>
internal delegate bool Hearing(DialogScope scope, Recognition heard, bool asked);

/// <summary>One state's row: what it needs, how it hears its slot, what it asks or says, what it does.</summary>
internal sealed class StateDetail(string state)
{
    public string State => state;
    public ImmutableArray<Func<DialogScope, Need?>> Requirements { get; private set; } = [];
    public Action<DialogScope>? Arriving { get; private set; }
    public Slot? Slot { get; private set; }
    public Hearing? Hears { get; private set; }
    public Func<DialogScope, Question>? Question { get; private set; }
    public Func<DialogScope, string>? Callee { get; private set; }
    public Slot<string>? Waiver { get; private set; }
    public Func<DialogScope, Effect>? Effect { get; private set; }
    public string? Successor { get; private set; }
    public bool IsEnd { get; private set; }
    public bool IsOptional { get; private set; }
    public bool IsAside { get; private set; }
    public Term? Name { get; private set; }

    /// <summary>Facts that must be there before anything of this state is evaluated; null asks for none.</summary>
    public StateDetail Needs(params ReadOnlySpan<Func<DialogScope, Need?>> needs)
    {
        Requirements = [.. Requirements, .. needs];
        return this;
    }

    /// <summary>Concludes what can be concluded on arriving, before the guards.</summary>
    public StateDetail Infers(Action<DialogScope> infer)
    {
        Arriving = infer;
        return this;
    }

    /// <summary>The slot that this state fills, the name by which a customer may call it for changing (a term), and how it is heard.</summary>
    public StateDetail Collects(Slot slot, string name, Hearing hears, bool optional = false)
    {
        Slot = slot;
        Name = new Term(name);
        Hears = hears;
        IsOptional = optional;
        return this;
    }

    /// <summary>Says that what is asked here belongs to the talk rather than to the matter: nobody misses it who does the matter by hand.</summary>
    public StateDetail Aside()
    {
        IsAside = true;
        return this;
    }

    /// <summary>What is asked where the dialog rests here.</summary>
    public StateDetail Asks(Func<DialogScope, Question> question)
    {
        Question = question;
        return this;
    }

    /// <summary>Another dialog that must end first; where it may be done without, the slot that then says so.</summary>
    public StateDetail Calls(Func<DialogScope, string> dialog, Slot<string>? waiver = null)
    {
        Callee = dialog;
        Waiver = waiver;
        return this;
    }

    /// <summary>The effect that is committed here and whose outcome moves on.</summary>
    public StateDetail Commits(Func<DialogScope, Effect> effect)
    {
        Effect = effect;
        return this;
    }

    /// <summary>Ends the dialog and goes on as another one, which hears all that was said.</summary>
    public StateDetail Becomes(string dialog)
    {
        Successor = dialog;
        return this;
    }

    /// <summary>Says the last words and ends the dialog.</summary>
    public StateDetail Ends(Func<DialogScope, Question>? says = null)
    {
        IsEnd = true;
        Question = says;
        return this;
    }
}
