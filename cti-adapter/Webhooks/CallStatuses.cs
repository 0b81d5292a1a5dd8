namespace ServiceBot.CtiAdapter.Webhooks;

/// <summary>A call's statuses (twilio.com/docs/voice/api/call-resource).</summary>
internal static class CallStatuses
{
    /// <summary>Whether the call has ended, however it did.</summary>
    public static bool IsOver(string? status) => status is "completed" or "busy" or "failed" or "no-answer" or "canceled";
}
