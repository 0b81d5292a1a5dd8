namespace ServiceBot.CtiAdapter.Simulator.Verbs;

/// <summary><c>Sms</c>: a text message to the caller, or to the number that is named.</summary>
internal sealed record SmsVerb(string Text, string To) : Verb
{
    public static SmsVerb Read(TwimlElement sms)
    {
        var to = sms.Text("to", "");
        sms.Finish("from", "action", "method", "statusCallback");
        return new SmsVerb(sms.Content, to);
    }

    public override Next Reach(CallLine line)
    {
        line.Text(To.Length == 0 ? line.From : To, Text);
        return new Onward();
    }
}
