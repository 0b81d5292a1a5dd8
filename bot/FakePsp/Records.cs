namespace ServiceBot.Bot.FakePsp;

/// <summary>What a refund is asked for with. Of other members nothing is known.</summary>
internal sealed record RefundRequest(string? Reference, string? Payment, string? Method, string? Kind, long Amount, string? Currency);

/// <summary>A refund in the books.</summary>
internal sealed record BookedRefund(string Id, string Reference, string? Payment, string? Method, long Amount, string Currency, string Status, DateTimeOffset CreatedAt);

/// <summary>What was answered under a key: the status and body, whatever they were, are given again for a day.</summary>
internal sealed record KeptAnswer(string Key, string BodyHash, int Status, string? RefundId, DateTimeOffset At);

/// <summary>One line of the books.</summary>
internal sealed record LedgerLine(BookedRefund? Booked = null, KeptAnswer? Answered = null);

/// <summary>A page of the books.</summary>
internal sealed record LedgerPage(IReadOnlyList<BookedRefund> Data, bool HasMore);

/// <summary>What is called back with.</summary>
internal sealed record CallbackEvent(string Id, string Type, BookedRefund Refund);
