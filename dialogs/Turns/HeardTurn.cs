using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Dialogs.Turns;

/// <summary>What the words of a turn mean where they are said.</summary>
public static class HeardTurn
{
    /// <summary>Understands what came in, by what was asked on its channel.</summary>
    /// <param name="understanding">Who understands.</param>
    /// <param name="turn">What came in.</param>
    /// <param name="context">The conversation before it.</param>
    /// <param name="policy">The shop's, for its time zone.</param>
    /// <returns>What it means; null where nothing was said.</returns>
    public static Recognition? Hear(this IUnderstanding understanding, Turn turn, ConversationContext context, ShopPolicy policy) => turn.Input switch
    {
        Utterance utterance => understanding.Recognize(utterance.Text, context.Listening(turn, policy)),
        Pressed pressed => PressedKey.Recognize(pressed, context.Listening(turn, policy)),
        Photos photos => understanding.Recognize(photos.Text ?? "", context.Listening(turn, policy)),
        AgentStarts starts => understanding.Recognize(starts.About ?? "", context.Listening(turn, policy)),
        AgentCorrects corrects => understanding.Recognize(corrects.Words, context.Listening(turn, policy)),
        _ => null,
    };
}
