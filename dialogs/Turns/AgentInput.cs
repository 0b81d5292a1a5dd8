using System.Collections.Immutable;

namespace ServiceBot.Dialogs.Turns;

/// <summary>What an agent does in a conversation. It counts only while the conversation is that agent's; whoever has nothing to say in it changes nothing.</summary>
/// <param name="Agent">Who.</param>
public abstract record AgentInput(AgentIdentity Agent) : TurnInput;

/// <summary>Takes over a customer who waits.</summary>
/// <param name="Agent">Who takes over.</param>
public sealed record AgentAccepts(AgentIdentity Agent) : AgentInput(Agent);

/// <summary>Says something to the customer.</summary>
/// <param name="Agent">Who speaks.</param>
/// <param name="Text">The words, as they are.</param>
public sealed record AgentSays(AgentIdentity Agent, string Text) : AgentInput(Agent);

/// <summary>Sets a slot of what is under way, in words that are understood like a customer's; what hung on the old value is forgotten.</summary>
/// <param name="Agent">Who corrects.</param>
/// <param name="Slot">The slot's name.</param>
/// <param name="Words">The value or title of an option, or free words.</param>
public sealed record AgentCorrects(AgentIdentity Agent, string Slot, string Words) : AgentInput(Agent);

/// <summary>Lets the bot ask the customer for one slot and give the conversation back.</summary>
/// <param name="Agent">Who delegates.</param>
/// <param name="Slot">The slot's name.</param>
public sealed record AgentDelegates(AgentIdentity Agent, string Slot) : AgentInput(Agent);

/// <summary>Gives the conversation back to the bot, which goes on exactly where it was.</summary>
/// <param name="Agent">Who gives it back.</param>
public sealed record AgentReturns(AgentIdentity Agent) : AgentInput(Agent);

/// <summary>Ends the matter: what was under way is over, and the bot asks whether there is anything else.</summary>
/// <param name="Agent">Who ends it.</param>
public sealed record AgentEnds(AgentIdentity Agent) : AgentInput(Agent);

/// <summary>Leaves the customer to another agent: the customer waits again, at the old place.</summary>
/// <param name="Agent">Who leaves, or was lost.</param>
public sealed record AgentLeaves(AgentIdentity Agent) : AgentInput(Agent)
{
    /// <summary>Whether the agent's telephone rang and nobody took it up, so that the two never spoke.</summary>
    public bool IsUntaken { get; init; }
}

/// <summary>Leaves the customer to others who know more of it: the customer waits again, at the old place.</summary>
/// <param name="Agent">Who leaves.</param>
/// <param name="Skill">What the next agent must know: one of <see cref="Escalation.EscalationSkills"/>.</param>
/// <param name="Note">What the next agent should know, or null; the customer never reads it.</param>
public sealed record AgentTransfers(AgentIdentity Agent, string Skill, string? Note) : AgentInput(Agent);

/// <summary>Takes the conversation from whoever has it, or from the queue.</summary>
/// <param name="Agent">Who takes it.</param>
public sealed record AgentTakesOver(AgentIdentity Agent) : AgentInput(Agent);

/// <summary>Takes up what was promised to a customer whom nobody serves: a call back, or an answer. Where somebody serves them already, or they wait, it changes nothing.</summary>
/// <param name="Agent">Who takes it up.</param>
/// <param name="ByTelephone">Whether the customer is to be called, which takes an agent whole.</param>
public sealed record AgentFollowsUp(AgentIdentity Agent, bool ByTelephone) : AgentInput(Agent);

/// <summary>Writes a note for people at the desk. Whoever writes it need not own the conversation; the customer never reads it.</summary>
/// <param name="Agent">Who writes.</param>
/// <param name="Text">The note.</param>
public sealed record AgentNotes(AgentIdentity Agent, string Text) : AgentInput(Agent);

/// <summary>Allows what the policy refused or left to a person, as an exception. It holds for this rule and what was asked, and no longer where either changes.</summary>
/// <param name="Agent">Whose conversation it is.</param>
/// <param name="Rule">The rule from which the exception is made, such as S06.</param>
/// <param name="AtMost">Minor units that may be paid back by it; a greater quote changes nothing.</param>
/// <param name="ApprovedBy">Who answers for it: the agent, or a supervisor who was asked.</param>
public sealed record AgentApproves(AgentIdentity Agent, string Rule, long AtMost, AgentIdentity ApprovedBy) : AgentInput(Agent);

/// <summary>Lets the bot warn a customer who abuses the agent (산업안전보건법 §41). A rung that does not come next changes nothing.</summary>
/// <param name="Agent">Who is abused.</param>
/// <param name="Rung">1 for the first warning, 2 for the last.</param>
public sealed record AgentWarns(AgentIdentity Agent, int Rung) : AgentInput(Agent);

/// <summary>Lets the bot end a conversation in which the agent is abused: for insults after the last warning, for threats and harassment at once.</summary>
/// <param name="Agent">Who is abused.</param>
/// <param name="Cause">One of <see cref="Escalation.AbuseCauses"/>.</param>
public sealed record AgentStops(AgentIdentity Agent, string Cause) : AgentInput(Agent);

/// <summary>Lets the bot begin something for the customer and see it through: by the same policy, with the same read-back and the customer's own yes, and then back to the agent.</summary>
/// <param name="Agent">Who begins it.</param>
/// <param name="Intent">One of <see cref="Intents"/>.</param>
/// <param name="About">The number of the order or return that it is about, or null where the bot is to ask.</param>
public sealed record AgentStarts(AgentIdentity Agent, string Intent, string? About) : AgentInput(Agent)
{
    /// <summary>What can be begun so.</summary>
    public static ImmutableArray<string> Intents { get; } = [Understanding.Intents.Return, Understanding.Intents.Refund, Understanding.Intents.ReturnUndo, Understanding.Intents.Complaint];
}
