namespace ServiceBot.Dialogs.Tests.Stateless;

public enum Call
{
    OffHook,
    Ringing,
    Connected,
    OnHold,
    Ended,
}

public enum Event
{
    Dial,
    Answer,
    Hold,
    Resume,
    HangUp,
    SetVolume,
}
