using ServiceBot.Bot.Desk.Conversations;

namespace ServiceBot.Bot.Desk.Customers;

/// <summary>A customer as the desk shows them. How they are reached is masked.</summary>
/// <param name="Id">The shop's id.</param>
/// <param name="Name">The full name.</param>
/// <param name="IsGuest">Whether without an account.</param>
/// <param name="Tier">The tier, or null.</param>
/// <param name="Contact">How they are reached, masked.</param>
internal sealed record CustomerView(string Id, string Name, bool IsGuest, string? Tier, ContactView Contact);

/// <summary>A page of a customer's history, newest first.</summary>
/// <param name="Items">What is on it.</param>
/// <param name="HasMore">Whether another page follows.</param>
internal sealed record HistoryPage<T>(IReadOnlyList<T> Items, bool HasMore);

/// <summary>A conversation that the customer had.</summary>
/// <param name="Id">The conversation.</param>
/// <param name="Channel">Where.</param>
/// <param name="Language">ko or en.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="LastAt">When it was last heard of.</param>
/// <param name="IsOpen">Whether it goes on.</param>
/// <param name="About">What it was about, in the reader's language.</param>
/// <param name="Outcome">bot: settled without a person; else how the agent wrapped it up, or how the escalation stands.</param>
/// <param name="AgentName">Who served the customer, or null.</param>
internal sealed record ContactItem(string Id, string Channel, string Language, DateTimeOffset StartedAt, DateTimeOffset LastAt, bool IsOpen, IReadOnlyList<string> About, string Outcome, string? AgentName);

/// <summary>An order with what came back of it.</summary>
/// <param name="Id">The order's number.</param>
/// <param name="Status">How it stands, in words.</param>
/// <param name="PlacedAt">When, or null.</param>
/// <param name="Lines">What was bought.</param>
/// <param name="Returns">What was or is being returned.</param>
internal sealed record OrderItem(string Id, string Status, DateTimeOffset? PlacedAt, IReadOnlyList<OrderItemLine> Lines, IReadOnlyList<ReturnItem> Returns);

/// <summary>A line of an order.</summary>
internal sealed record OrderItemLine(string Title, int Quantity, string Price);

/// <summary>A return, with the money in words.</summary>
internal sealed record ReturnItem(string Number, string Status, DateTimeOffset RequestedAt, string Refund);

/// <summary>A case.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Kind">complaint or callback.</param>
/// <param name="Status">How it stands, in words.</param>
/// <param name="OpenedAt">When.</param>
/// <param name="OrderId">The order it is about, or null.</param>
/// <param name="AnswerBy">The open promise, or null.</param>
/// <param name="Summary">In the customer's own words, insults veiled; or null.</param>
internal sealed record CaseItem(string Number, string Kind, string Status, DateTimeOffset OpenedAt, string? OrderId, DateTimeOffset? AnswerBy, string? Summary);

/// <summary>A promise.</summary>
/// <param name="Kind">answer, callback, or another word of the shop's.</param>
/// <param name="CaseNumber">The case, or null.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="DueAt">By when it is to be kept.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="KeptAt">When it was kept, or null.</param>
internal sealed record PromiseItem(string Kind, string? CaseNumber, DateTimeOffset MadeAt, DateTimeOffset DueAt, string Owner, DateTimeOffset? KeptAt);

/// <summary>What the customer thought.</summary>
/// <param name="About">A receipt, a case, or a conversation.</param>
/// <param name="Score">1 to 5.</param>
/// <param name="At">When.</param>
/// <param name="Comment">In the customer's own words, insults veiled; or null.</param>
internal sealed record SatisfactionItem(string About, int Score, DateTimeOffset At, string? Comment);

/// <summary>A conversation of the past, to be read only.</summary>
/// <param name="Id">The conversation.</param>
/// <param name="Lines">All of it.</param>
internal sealed record PastConversation(string Id, IReadOnlyList<TranscriptLine> Lines);
