using System.Globalization;
using System.Text.Json.Nodes;
using ServiceBot.Rig.Load;
using ServiceBot.Rig.Nodes;

namespace ServiceBot.Rig.Rows;

/// <summary>What an agent is about when cut off: it begins before the cut, and ends after it.</summary>
internal sealed class CutAct(RowRun run, Deployment deployment, DeskCrew crew, Cut cut, AgentDesk agent, string conversation)
{
    private const int LatestMilliseconds = 60;
    private readonly Random chance = new(cut.Number);
    private Func<Task<bool>> endAsync = () => Task.FromResult(true);

    private string Words => string.Create(CultureInfo.InvariantCulture, $"Message {cut.Number}");

    /// <summary>What the customer lives through who is paid back, where one is.</summary>
    public Story? Story { get; private set; }

    /// <summary>Begins it, and comes back while it is under way.</summary>
    /// <param name="item">The customer, who is the agent's, or offered where the moment is before that.</param>
    public async Task BeginAsync(JsonNode item)
    {
        if (cut.Moment == CutMoment.Offered)
        {
            endAsync = () => Task.FromResult(false);
            return;
        }
        if (cut.Moment == CutMoment.Claiming)
        {
            var accepting = agent.AcceptAsync(item);
            endAsync = async () => await accepting is not null;
            await Task.Delay(chance.Next(LatestMilliseconds));
            return;
        }
        if (cut.Moment == CutMoment.Typing) await TypeAsync();
        else if (cut.Moment == CutMoment.Sending) Send();
        else await RefundAsync();
        await Task.Delay(chance.Next(LatestMilliseconds));
    }

    /// <summary>Waits until it has ended.</summary>
    /// <returns>Whether the customer was the agent's when the cut came.</returns>
    public Task<bool> EndAsync() => endAsync();

    /// <summary>What the agent does who is back: says something, where nothing was said before, and ends.</summary>
    public async Task GoOnAsync(JsonNode item)
    {
        if (cut.Moment != CutMoment.Sending) await CheckSaidAsync(await agent.SayAsync(conversation, Words));
        run.Demand(await agent.EndAsync(item), $"{cut}: {agent.Login} came back and the customer was gone");
    }

    private async Task TypeAsync()
    {
        await agent.TypeAsync(conversation);
        var typing = agent.TypeAsync(conversation);
        endAsync = async () =>
        {
            await typing;
            return true;
        };
    }

    private void Send()
    {
        var sending = agent.SayAsync(conversation, Words);
        endAsync = async () =>
        {
            await CheckSaidAsync(await sending);
            return true;
        };
    }

    // The agent begins a return for the customer, who goes through it with the bot; the agent is cut off at the yes.
    private async Task RefundAsync()
    {
        var story = new Story((4 * cut.Number) + 3) { Conversation = conversation };
        Story = story;
        run.Demand(await agent.StartAsync(conversation, "return", RigShop.Order(story.Customer)), $"{cut}: no return was begun");
        var confirming = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var pursuing = new Customer(story, deployment.Bot, () => Task.FromResult(confirming.TrySetResult()), isForgiving: false).PursueAsync(story.Wishes[0]);
        await Task.WhenAny(confirming.Task, pursuing);
        endAsync = async () =>
        {
            await pursuing;
            return true;
        };
    }

    private async Task CheckSaidAsync(bool isTaken)
    {
        run.Demand(isTaken, $"{cut}: '{Words}' was not taken");
        var times = (await crew.SaidAsync(conversation)).Count(words => words == Words);
        if (times > 1) run.Findings.Twice($"{cut}: '{Words}' was said {times} times");
        if (times == 0) run.Findings.Missing($"{cut}: '{Words}' was not said");
    }
}
