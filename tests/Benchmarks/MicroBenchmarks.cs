using System.Diagnostics;
using System.Globalization;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.Language;
using ServiceBot.Dialogs.Policies;
using ServiceBot.Dialogs.Turns;
using ServiceBot.Dialogs.Understanding;

namespace ServiceBot.Benchmarks;

/// <summary>The cost of understanding and of a dialog step alone: microseconds and allocated bytes, medians of rounds.</summary>
internal static class MicroBenchmarks
{
    private static readonly string[] Utterances =
    [
        "주전자가 깨져서 왔어요. 반품하고 싶어요", "택배 언제 와요?", "환불 얼마나 걸려요", "아니 두 번째 거요", "네", "상담원 바꿔 주세요",
        "I'd like to return the blue kettle, it arrived broken", "where is my parcel?", "how long does a refund take", "no, the second one", "yes please", "my name is Omar Anderson and my zip code is 19031",
    ];

    public static int Run()
    {
        var understanding = new PatternUnderstanding();
        var listening = new Listening(new DateTimeOffset(2026, 11, 20, 11, 0, 0, TimeSpan.FromHours(9)), SpokenLanguage.Korean, Expectation.Nothing);
        Measure("understanding, an utterance", Utterances.Length, () =>
        {
            foreach (var words in Utterances) understanding.Recognize(words, listening);
        });

        var runner = new DialogRunner(DialogCatalog.Create(), ShopPolicy.KoreanDemo, new SentenceRenderer(SentenceBooks.Load()));
        var context = new ConversationContext { Id = "b1" };
        var now = listening.Now;
        runner.Step(context, new Turn("b1", "e1", new Channel("test") { HasButtons = true }, new Started(), now), null, new Facts());
        var heard = understanding.Recognize("환불 얼마나 걸려요", listening);
        var turn = new Turn("b1", "e2", new Channel("test") { HasButtons = true }, new Utterance("환불 얼마나 걸려요"), now);
        Measure("a dialog step that answers a question", 1, () => runner.Step(context.Copy(), turn, heard, new Facts()));
        var wish = understanding.Recognize("반품할래요", listening);
        Measure("a dialog step that opens a return and asks who it is", 1, () => runner.Step(context.Copy(), turn, wish, new Facts()));
        return 0;
    }

    private static void Measure(string what, int parts, Action work)
    {
        const int Warm = 2_000, Rounds = 15, Times = 2_000;
        for (var i = 0; i < Warm; i++) work();
        var rounds = new double[Rounds];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < Times; i++) work();
            rounds[round] = Stopwatch.GetElapsedTime(start).TotalMicroseconds / Times / parts;
        }
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)(Rounds * Times * parts);
        Array.Sort(rounds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-55} {rounds[Rounds / 2],8:0.00} µs (min {rounds[0]:0.00}, max {rounds[^1]:0.00}), {bytes:0} B"));
    }
}
