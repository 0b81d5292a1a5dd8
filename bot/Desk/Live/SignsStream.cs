using System.Runtime.CompilerServices;
using ServiceBot.Bot.Desk.Conversations;
using ServiceBot.Bot.Desk.SignIn;

namespace ServiceBot.Bot.Desk.Live;

/// <summary>The signs of a conversation for whoever has it open; while it is read, its reader is seen to look.</summary>
internal sealed class SignsStream(LiveSigns signs, DeskConversations conversations, TimeProvider clock)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Soonest = TimeSpan.FromMilliseconds(100);

    /// <summary>Every change, the first view at once; ends when the conversation is not the reader's to see any more.</summary>
    public async IAsyncEnumerable<SignsView> ReadAsync(string conversation, Func<CancellationToken, Task<DeskUser>> who, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var wake = Wakening.By(wake => signs.Subscribe(conversation, wake), clock);
        var reader = (await who(cancellationToken)).Id;
        SignsView? shown = null;
        try
        {
            for (DateTimeOffset? told = null; !cancellationToken.IsCancellationRequested;)
            {
                if (told is null || clock.GetUtcNow() - told >= LookAgain)
                {
                    var user = await who(cancellationToken);
                    if (await conversations.FindAsync(user, conversation, cancellationToken) is null) yield break;
                    signs.Look(conversation, user.Id, user.Name);
                    told = clock.GetUtcNow();
                }
                var (view, until) = signs.Of(conversation, reader);
                if (view != shown) yield return shown = view;
                var rest = (told + LookAgain - clock.GetUtcNow()).Value;
                if (until - clock.GetUtcNow() is { } change && change < rest) rest = change;
                await wake.WaitAsync(rest < Soonest ? Soonest : rest, cancellationToken);
            }
        }
        finally
        {
            signs.Leave(conversation, reader);
        }
    }
}
