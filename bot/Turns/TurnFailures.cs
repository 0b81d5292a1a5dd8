using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Bot.Turns;

/// <summary>What is said and noted when a turn could not be done: an apology that offers a person, and a log line without a word of the customer's.</summary>
internal sealed partial class TurnFailures(SentenceRenderer renderer, ILogger<TurnFailures> logger) : ITurnFailures
{
    public TurnResult Apologise(Turn turn, Exception exception)
    {
        Log.TurnFailed(logger, exception, turn.ConversationId, turn.Input.GetType().Name);
        var language = turn.Locale?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? SpokenLanguage.English : SpokenLanguage.Korean;
        var apology = new Message(renderer.Render(Sentence.Of("repair.apology"), language)) { Locale = language == SpokenLanguage.English ? "en-US" : "ko-KR" };
        return new TurnResult(TurnResultKind.Failed, 0, [new LogEntry(0, turn.ReceivedAt, turn.Channel.Name) { Message = apology }]);
    }

    public void Postpone(Turn turn, Exception exception) => Log.EffectPostponed(logger, exception, turn.ConversationId);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A turn of conversation {Conversation} with the input {Input} failed; nothing was written and the event may come again.")]
        public static partial void TurnFailed(ILogger logger, Exception fault, string conversation, string input);

        [LoggerMessage(2, LogLevel.Error, "An effect of conversation {Conversation} could not be run now; it is tried again under the same key.")]
        public static partial void EffectPostponed(ILogger logger, Exception fault, string conversation);
    }
}
