namespace ServiceBot.Dialogs.Tests.Stateless;

internal enum Call
{
    OffHook,
    Ringing,
    Connected,
    OnHold,
    Ended,
}

internal enum Event
{
    Dial,
    Answer,
    Hold,
    Resume,
    HangUp,
    SetVolume,
}
