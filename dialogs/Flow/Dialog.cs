using System.Collections.Concurrent;
using System.Collections.Immutable;
using ServiceBot.Dialogs.Turns;
using Stateless;
using Stateless.Reflection;

namespace ServiceBot.Dialogs.Flow;

/// <summary>A conversation's part with one purpose, as a state machine. One instance serves all conversations.</summary>
public abstract class Dialog
{
    private protected Dialog(string name) => Name = name;

    /// <summary>The dialog's name: its sentence book, its drawing, and <c>channelData.servicebot.dialog</c>.</summary>
    public string Name { get; }

    /// <summary>What it is for, in one English sentence; it stands above its drawing.</summary>
    public abstract string Purpose { get; }

    /// <summary>The intents that start it.</summary>
    public virtual ImmutableArray<string> Intents => [];

    /// <summary>Intents that mean nothing new while it is under way.</summary>
    public virtual ImmutableArray<string> Absorbs => [];

    /// <summary>How sure another wish must be to be gone after while it is under way.</summary>
    internal virtual double LeavesAt => Understanding.IntentCandidate.Accept;

    /// <summary>Whether it only answers a question, so that what it interrupted goes on by itself.</summary>
    public virtual bool IsAnswer => false;

    /// <summary>Whether it is the last thing of a conversation: nobody is asked afterwards what else there is, nobody is reminded of it, and a new wish takes its place.</summary>
    public virtual bool IsLast => false;

    /// <summary>The state machine as its graph.</summary>
    public abstract StateMachineInfo Graph { get; }

    /// <summary>What the policy says of the matter as far as it is known, for a person who takes it over; null where there is nothing to judge yet.</summary>
    internal virtual Policies.Verdict? VerdictOf(DialogScope scope) => null;

    /// <summary>What would be paid back for the matter if it were allowed, or null where nothing can be quoted yet.</summary>
    internal virtual Policies.RefundQuote? QuoteOf(DialogScope scope) => null;

    /// <summary>The slot with the rule from which a person has made an exception; null where no exception can be made.</summary>
    internal virtual Slot<string>? Approval => null;

    internal abstract string InitialState { get; }

    internal abstract IReadOnlyDictionary<string, StateDetail> States { get; }

    internal StateDetail At(DialogFrame frame) => States.TryGetValue(frame.State, out var detail)
        ? detail
        : throw new InvalidOperationException($"Dialog '{Name}' has no row for the state '{frame.State}'.");

    internal abstract bool CanFire(DialogScope scope, Trigger trigger);

    internal abstract void Fire(DialogScope scope, Trigger trigger);
}

/// <summary>A dialog over its own states.</summary>
/// <typeparam name="TState">The states. Open, HandedOver and Cancelled are among them: the superstate of all that can be left at any time, and its two ways out.</typeparam>
internal abstract class Dialog<TState> : Dialog where TState : struct, Enum
{
    /// <summary>The slot that remembers where a dialog was when a person was asked for.</summary>
    internal static readonly Slot<string> ResumeAt = new("resumeAt");

    private readonly ConcurrentBag<Machine> _idle = [];
    private readonly Lazy<StateTable<TState>> _table;
    private readonly TState _initial, _open, _handedOver, _cancelled;

    protected Dialog(string name, TState initial) : base(name)
    {
        _initial = initial;
        _open = Enum.Parse<TState>("Open");
        _handedOver = Enum.Parse<TState>("HandedOver");
        _cancelled = Enum.Parse<TState>("Cancelled");
        _table = new(() =>
        {
            var table = new StateTable<TState>();
            Describe(table);
            table.At(_handedOver).Calls(_ => "person");
            table.At(_cancelled).Ends();
            return table;
        });
    }

    /// <summary>The transition table.</summary>
    protected abstract void Configure(StateMachine<TState, Trigger> machine, Guards when);

    /// <summary>What each state needs, waits for and says.</summary>
    protected abstract void Describe(StateTable<TState> states);

    /// <summary>Who the customer is must be proven before the state that comes then.</summary>
    protected void IdentifiesFirst(StateMachine<TState, Trigger> machine, Guards when, TState identify, TState then) =>
        machine.Configure(identify).SubstateOf(_open).PermitIf(Trigger.Next, then, when.Holds(scope => scope.IsVerified), "customer verified");

    /// <summary>The ways out of the state that commits an effect; what nobody can say goes to a person.</summary>
    protected void CommitsOnce(StateMachine<TState, Trigger> machine, TState committing, TState done, TState pending, TState refused) =>
        machine.Configure(committing)
            .Permit(Trigger.Done, done)
            .Permit(Trigger.Pending, pending)
            .Permit(Trigger.Refused, refused)
            .Permit(Trigger.Unknown, _handedOver)
            .Permit(Trigger.Person, _handedOver);

    internal sealed override string InitialState => _initial.ToString();

    internal sealed override IReadOnlyDictionary<string, StateDetail> States => _table.Value.Details;

    /// <inheritdoc/>
    public sealed override StateMachineInfo Graph => new Machine(this).Table.GetInfo();

    internal sealed override bool CanFire(DialogScope scope, Trigger trigger) => Use(scope, machine => machine.CanFire(trigger));

    internal sealed override void Fire(DialogScope scope, Trigger trigger) => Use(scope, machine =>
    {
        machine.Fire(trigger);
        return true;
    });

    private bool Use(DialogScope scope, Func<StateMachine<TState, Trigger>, bool> use)
    {
        if (!_idle.TryTake(out var machine)) machine = new Machine(this);
        machine.When.Scope = scope;
        try
        {
            return use(machine.Table);
        }
        finally
        {
            machine.When.Scope = null;
            _idle.Add(machine);
        }
    }

    private void ConfigureAll(StateMachine<TState, Trigger> machine, Guards when)
    {
        var resumable = new DynamicStateInfos();
        foreach (var detail in _table.Value.Details.Values.Where(detail => detail.Question is not null && !detail.IsEnd))
            resumable.Add(Enum.Parse<TState>(detail.State), "it was interrupted there");
        machine.Configure(_open)
            .Permit(Trigger.Corrected, _initial)
            .Permit(Trigger.Cancel, _cancelled)
            .Permit(Trigger.Person, _handedOver)
            .OnExit(move => { if (move.Trigger == Trigger.Person) when.Live.Set(ResumeAt, move.Source.ToString(), SlotSource.System); });
        machine.Configure(_handedOver)
            .PermitDynamic(Trigger.Resume, () => Enum.Parse<TState>(when.Live.Get(ResumeAt) ?? InitialState), "where it was interrupted", resumable)
            .Permit(Trigger.Cancel, _cancelled);
        Configure(machine, when);
    }

    /// <summary>A configured machine: configuring costs more than firing, so machines are kept and lent to one step at a time.</summary>
    private sealed class Machine
    {
        public Machine(Dialog<TState> dialog)
        {
            Table = new(() => When.Scope is { } scope ? Enum.Parse<TState>(scope.Frame.State) : dialog._initial, state => When.Live.Frame.State = state.ToString());
            dialog.ConfigureAll(Table, When);
        }

        public Guards When { get; } = new();

        public StateMachine<TState, Trigger> Table { get; }
    }
}

/// <summary>Guards over the slots and facts of the step that uses the machine.</summary>
internal sealed class Guards
{
    internal DialogScope? Scope { get; set; }

    internal DialogScope Live => Scope ?? throw new InvalidOperationException("A guard was evaluated outside a step.");

    /// <summary>The slot is known.</summary>
    public Func<bool> Known(Slot slot) => () => Live.Knows(slot);

    /// <summary>Anything else about the step.</summary>
    public Func<bool> Holds(Func<DialogScope, bool> condition) => () => condition(Live);
}
