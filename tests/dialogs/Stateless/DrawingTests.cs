using Stateless;
using Stateless.Graph;
using Stateless.Reflection;

namespace ServiceBot.Dialogs.Tests.Stateless;

public class DrawingTests
{
    [Fact]
    public void Mermaid_shows_superstates_choices_guards_and_actions()
    {
        const string expected =
            """
            stateDiagram-v2
            	direction LR
            	state Connected {
            		OnHold
            	}
            	state Decision1 <<choice>>
            	OffHook --> Decision1 : Dial [number known]
            	Decision1 --> Ringing : Dial [line is free]
            	Decision1 --> OffHook : Dial [line is busy]
            	OffHook --> OffHook : Resume
            	Ringing --> Connected : Answer / start the clock [agent is there] [agent is free]
            	Connected --> Connected : SetVolume [Function]
            	Connected --> OnHold : Hold
            	Connected --> Ended : HangUp
            	OnHold --> Connected : Resume
            	OnHold --> OnHold : Hold / play music
            [*] --> OffHook
            """;
        Assert.Equal(Lines(expected), Lines(MermaidGraph.Format(Machine().GetInfo(), MermaidGraphDirection.LeftToRight)));
    }

    [Fact]
    public void Mermaid_gets_another_name_for_a_state_whose_own_it_cannot_read()
    {
        var machine = new StateMachine<string, string>("off hook");
        machine.Configure("off hook").Permit("dial", "offhook");
        machine.Configure("offhook").Permit("answer", "off-hook");
        const string expected =
            """
            stateDiagram-v2
            	offhook_1 : off hook
            	offhook_2 : off-hook
            	offhook_1 --> offhook : dial
            	offhook --> offhook_2 : answer
            [*] --> offhook_1
            """;
        Assert.Equal(Lines(expected), Lines(MermaidGraph.Format(machine.GetInfo())));
    }

    [Theory]
    [InlineData(MermaidGraphDirection.LeftToRight, "LR")]
    [InlineData(MermaidGraphDirection.RightToLeft, "RL")]
    [InlineData(MermaidGraphDirection.TopToBottom, "TB")]
    [InlineData(MermaidGraphDirection.BottomToTop, "BT")]
    public void Mermaid_flows_as_told(MermaidGraphDirection direction, string code)
    {
        var text = MermaidGraph.Format(new StateMachine<Call, Event>(Call.OffHook).GetInfo(), direction);
        Assert.Equal(Lines($"stateDiagram-v2\n\tdirection {code}\n[*] --> OffHook"), Lines(text));
    }

    [Fact]
    public void Dot_shows_superstates_choices_guards_and_actions()
    {
        const string expected =
            """
            digraph {
            compound=true;
            node [shape=Mrecord]
            rankdir="LR"

            subgraph "clusterConnected"
            	{
            	label = "Connected\n----------\nexit / stop the clock"
            "OnHold" [label="OnHold|entry / play music"];
            }
            "OffHook" [label="OffHook"];
            "Ringing" [label="Ringing"];
            "Ended" [label="Ended"];
            "Decision1" [shape = "diamond", label = "by the \"line\""];

            "OffHook" -> "Decision1" [style="solid", label="Dial [number known]"];
            "Decision1" -> "Ringing" [style="solid", label="Dial [line is free]"];
            "Decision1" -> "OffHook" [style="solid", label="Dial [line is busy]"];
            "OffHook" -> "OffHook" [style="solid", label="Resume"];
            "Ringing" -> "Connected" [style="solid", label="Answer / start the clock [agent is there] [agent is free]"];
            "Connected" -> "Connected" [style="solid", label="SetVolume [Function]"];
            "Connected" -> "OnHold" [style="solid", label="Hold"];
            "Connected" -> "Ended" [style="solid", label="HangUp"];
            "OnHold" -> "Connected" [style="solid", label="Resume"];
            "OnHold" -> "OnHold" [style="solid", label="Hold / play music"];
             init [label="", shape=point];
             init -> "OffHook"[style = "solid"]
            }
            """;
        Assert.Equal(Lines(expected), Lines(UmlDotGraph.Format(Machine().GetInfo())));
    }

    private static StateMachine<Call, Event> Machine()
    {
        var machine = new StateMachine<Call, Event>(Call.OffHook);
        machine.Configure(Call.OffHook)
            .Ignore(Event.Resume)
            .PermitDynamicIf(
                Event.Dial,
                () => Call.Ringing,
                "by the \"line\"",
                () => true,
                "number known",
                new DynamicStateInfos { { Call.Ringing, "line is free" }, { Call.OffHook, "line is busy" }, { "Nowhere", "never" } });
        machine.Configure(Call.Ringing)
            .PermitIf(Event.Answer, Call.Connected, Tuple.Create(() => true, "agent is there"), Tuple.Create(() => true, "agent is free"));
        machine.Configure(Call.Connected)
            .OnEntryFrom(Event.Answer, () => { }, "start the clock")
            .OnExit(() => { }, "stop the clock")
            .InternalTransition(Event.SetVolume, () => { })
            .Permit(Event.Hold, Call.OnHold)
            .Permit(Event.HangUp, Call.Ended);
        machine.Configure(Call.OnHold)
            .SubstateOf(Call.Connected)
            .OnEntry(() => { }, "play music")
            .Permit(Event.Resume, Call.Connected)
            .PermitReentry(Event.Hold);
        return machine;
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');
}
