using System.Diagnostics;
using System.Globalization;
using ServiceBot.Rig.Checks;
using ServiceBot.Rig.Load;
using ServiceBot.Rig.Nodes;

namespace ServiceBot.Rig.Runs;

/// <summary>Lets customers talk while something is done to the bot, and compares everything afterwards.</summary>
/// <param name="deployment">The bot.</param>
/// <param name="atOnce">How many customers talk at a time.</param>
/// <param name="mayForget">Whether Redis may lose the end of conversations, so that customers say it again.</param>
/// <param name="first">The first customer's number.</param>
internal sealed class UnderLoad(Deployment deployment, int atOnce, bool mayForget = false, int first = 0)
{
    private int taken = first;

    /// <summary>Runs it with customers that no run before had.</summary>
    /// <param name="most">How many customers there are for it.</param>
    /// <param name="doAsync">What is done; the customers come to an end when it has ended.</param>
    /// <param name="paidBefore">References that the provider paid before what is known here began.</param>
    public async Task<Report> RunAsync(int most, Func<Customers, Task> doAsync, IReadOnlySet<string>? paidBefore = null)
    {
        var took = Stopwatch.StartNew();
        var (unanswered, silent, _) = (deployment.Bot.Unanswered, deployment.Bot.Silent, deployment.Bot.TakeAnswers());
        await using var load = new Customers(deployment.Bot, atOnce, taken, most, isForgiving: mayForget);
        taken += most;
        await doAsync(load);
        await load.EndAsync();
        var ended = took.Elapsed;
        var answers = deployment.Bot.TakeAnswers();
        var findings = await deployment.CheckAsync(load.Stories, mayForget, paidBefore);
        return new Report(load.Stories, answers, deployment.Bot.Unanswered - unanswered, deployment.Bot.Silent - silent, ended, findings);
    }
}

/// <summary>What a run under load came to.</summary>
/// <param name="Stories">What customers lived through.</param>
/// <param name="Answers">How long each request took that was answered, shortest first.</param>
/// <param name="Unanswered">Requests that were answered by an error, or not at all, and sent again.</param>
/// <param name="Silent">Those of them that were neither answered nor cut within 12 seconds.</param>
/// <param name="Took">How long the customers talked.</param>
/// <param name="Findings">What is against the promises.</param>
internal sealed record Report(IReadOnlyCollection<Story> Stories, IReadOnlyList<TimeSpan> Answers, int Unanswered, int Silent, TimeSpan Took, Findings Findings)
{
    /// <summary>One figure a line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
          conversations  {Stories.Count} ({Stories.Count(story => story.IsFinished)} to the end, {Stories.Count(story => story.Stuck is not null)} stuck)
          turns          {Stories.Sum(story => story.Said.Count)} acknowledged; {Unanswered} requests unanswered and sent again, {Silent} of them silent for 12 s
          answers        {At(0.5):0.000} s median, {At(0.99):0.000} s p99, {At(1):0.000} s longest
          effects        {Stories.Sum(story => story.Receipts.Count)} receipts
          forgotten      {Stories.Sum(story => story.Forgotten)} times something was said again, at most {Stories.Select(story => story.Forgotten).DefaultIfEmpty().Max()} in one conversation
          lost           {Findings.Lost.Count}
          doubled        {Findings.Doubled.Count}
          wrong          {Findings.Wrong.Count}
          took           {Took:hh\:mm\:ss}
          found          {Findings}
        """);

    private double At(double share) => Answers.Count == 0 ? 0 : Answers[Math.Min(Answers.Count - 1, (int)(Answers.Count * share))].TotalSeconds;
}
