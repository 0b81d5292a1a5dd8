using System.Collections.Immutable;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.Turns;

namespace ServiceBot.Dialogs.Flow;

/// <summary>One pure step of a conversation: what it works on, and what it says.</summary>
internal sealed class Step(ConversationContext context, Turn turn, Facts facts, ShopPolicy policy, SentenceRenderer renderer, SpeechLevel level)
{
    private readonly List<Message> _messages = [];
    private readonly List<Sentence> _pending = [];

    public ConversationContext Context => context;
    public Turn Turn => turn;
    public Facts Facts => facts;
    public ShopPolicy Policy => policy;

    /// <summary>The day of the turn in the shop's time zone.</summary>
    public DateOnly Today { get; } = policy.DateOf(turn.ReceivedAt);

    /// <summary>Whether a dialog ended in this step, so that "anything else?" is the thing to ask.</summary>
    public bool SomethingEnded { get; set; }

    /// <summary>Whether the last thing of the conversation ended in this step, so that nothing more is asked.</summary>
    public bool LastEnded { get; set; }

    /// <summary>Says something before the next question.</summary>
    public void Say(Sentence sentence) => _pending.Add(sentence);

    /// <summary>Puts a question, or last words, and remembers what is waited for.</summary>
    public void Ask(Question question, string dialog, string state, int attempt)
    {
        var lead = attempt == 0 ? [.. _pending, .. question.Lead] : _pending.ToImmutableArray();
        _pending.Clear();
        _messages.Add(Render(lead, question, attempt) with { Dialog = dialog, State = state, Attempt = attempt, IsFarewell = question.IsFarewell });
        context.Asked = new Prompt(dialog, state, question.Expecting, attempt) { ReadBack = question.IsReadBack ? ReadBacks.HashOf(question) : null };
    }

    /// <summary>Passes an agent's words on, as they are.</summary>
    public void Relay(AgentIdentity agent, string text) =>
        _messages.Add(new Message(text) { Agent = agent.Name, Locale = Locale, Dialog = context.Asked?.Dialog ?? "", State = context.Asked?.State ?? "" });

    /// <summary>Takes back all that this step was about to say.</summary>
    public void Hush()
    {
        _pending.Clear();
        _messages.Clear();
    }

    /// <summary>Takes back what was asked in the name of one of these.</summary>
    public void Hush(params ReadOnlySpan<string> dialogs)
    {
        foreach (var dialog in dialogs) _messages.RemoveAll(message => message.Dialog == dialog);
    }

    /// <summary>What was said, the last of it with what it waits for.</summary>
    public ImmutableArray<Message> Finish()
    {
        if (_pending.Count > 0)
        {
            var asked = context.Asked;
            _messages.Add(Render([.. _pending.SkipLast(1)], Question.Tell(_pending[^1]), 0) with { Dialog = asked?.Dialog ?? "", State = asked?.State ?? "", Expecting = asked?.Expecting ?? Expectation.Nothing });
            _pending.Clear();
        }
        return [.. _messages.Select((message, at) => at == _messages.Count - 1 ? message : message with { Expecting = Expectation.Nothing })];
    }

    public string Spoken(Sentence sentence) => renderer.Render(sentence, context.Language, Modality.Speech, level, 0);

    public string Words(Sentence sentence) => renderer.Render(sentence, context.Language, Modality.Text, level, 0);

    private Message Render(ImmutableArray<Sentence> lead, Question question, int attempt)
    {
        var text = string.Join('\n', [.. lead.Select(sentence => Render(sentence, Modality.Text, 0)), Render(question.Ask, Modality.Text, attempt)]);
        var options = question.Expecting.Options;
        if (!options.IsEmpty && question.Expecting.Kind != ExpectedKind.YesNo && (!turn.Channel.HasButtons || options.Length > ButtonsAtMost))
            text += "\n" + string.Join('\n', options.Select((option, at) => $"{at + 1}. {option.Title}"));
        return new Message(text)
        {
            Speak = string.Join(' ', [.. lead.Select(sentence => Render(sentence, Modality.Speech, 0)), Render(question.Ask, Modality.Speech, attempt)]),
            Locale = Locale,
            Expecting = question.Expecting,
            Receipt = question.Receipt,
            Card = question.Card is { } card ? new Card(Words(card.Title), [.. card.Rows.Select(row => new CardRow(Words(row.Label), Words(row.Value)))]) : null,
        };
    }

    private string Locale => context.Language == SpokenLanguage.Korean ? "ko-KR" : "en-US";

    // More buttons than this push the question off a telephone's screen.
    private const int ButtonsAtMost = 6;

    private string Render(Sentence sentence, Modality modality, int attempt) =>
        renderer.Render(sentence, context.Language, modality, level, attempt);
}
