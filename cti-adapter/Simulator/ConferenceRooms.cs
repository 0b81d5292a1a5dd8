using System.Collections.Immutable;
using ServiceBot.CtiAdapter.Simulator.Verbs;

namespace ServiceBot.CtiAdapter.Simulator;

/// <summary>Rooms in which calls meet. What one says, the others hear: not who is on hold, nothing of who is muted, and of a coach only the one who is coached.</summary>
internal sealed class ConferenceRooms
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Room> rooms = new(StringComparer.Ordinal);

    /// <summary>A call enters.</summary>
    public Participant Enter(SimulatedCall call, ConferenceRoom entry)
    {
        lock (gate)
        {
            if (!rooms.TryGetValue(entry.Name, out var room)) rooms[entry.Name] = room = new Room(entry.Name, CallLine.NewSid("CF"));
            if (room.Tells is null && entry.StatusCallback is not null) room.Tells = entry;
            var participant = new Participant(call, room, entry.Label) { Muted = entry.Muted, EndsRoom = entry.EndsOnExit, Coaches = entry.Coaches };
            room.Inside = room.Inside.Add(participant);
            return participant;
        }
    }

    /// <summary>A call leaves.</summary>
    /// <returns>Whom that leaves without a room.</returns>
    public ImmutableArray<SimulatedCall> Leave(Participant participant)
    {
        lock (gate)
        {
            var room = participant.Room;
            if (!room.Inside.Contains(participant)) return [];
            room.Inside = room.Inside.Remove(participant);
            ImmutableArray<SimulatedCall> others = participant.EndsRoom ? [.. room.Inside.Select(other => other.Call)] : [];
            if (participant.EndsRoom) room.Inside = [];
            if (room.Inside.IsEmpty) rooms.Remove(room.Name);
            return others;
        }
    }

    /// <summary>Everybody goes.</summary>
    public ImmutableArray<SimulatedCall> Close(string name)
    {
        lock (gate) return rooms.Remove(Find(name)?.Name ?? name, out var room) ? [.. room.Inside.Select(participant => participant.Call)] : [];
    }

    /// <summary>The room of that name or id, or null.</summary>
    public Room? Find(string name)
    {
        lock (gate) return rooms.GetValueOrDefault(name) ?? rooms.Values.FirstOrDefault(room => room.Sid == name);
    }

    /// <summary>Somebody in a room, by the id of the call or by their label; or null.</summary>
    public Participant? Find(string name, string who)
    {
        lock (gate) return Find(name)?.Inside.FirstOrDefault(participant => participant.Call.Sid == who || participant.Label == who);
    }

    /// <summary>Somebody says something; the others hear it.</summary>
    public static void Say(Participant speaker, string words, string language)
    {
        if (speaker.Muted || speaker.Hold) return;
        foreach (var other in speaker.Room.Inside.Where(other => other != speaker && !other.Hold && (speaker.Coaches is null || speaker.Coaches == other.Call.Sid))) other.Call.Hear(words, language);
        if (speaker.Coaches is null) foreach (var other in speaker.Room.Inside) other.Call.Recorder?.Add(words);
    }
}

/// <summary>A room.</summary>
/// <param name="name">As documents name it.</param>
/// <param name="sid">CF and 32 hexadecimal digits.</param>
internal sealed class Room(string name, string sid)
{
    public string Name => name;
    public string Sid => sid;
    /// <summary>Who wants to be told what happens here: the first who said so.</summary>
    public ConferenceRoom? Tells { get; set; }
    public ImmutableArray<Participant> Inside { get; set; } = [];
}

/// <summary>A call in a room.</summary>
internal sealed class Participant(SimulatedCall call, Room room, string label)
{
    public SimulatedCall Call => call;
    public Room Room => room;
    public string Label => label;
    public bool Muted { get; set; }
    public bool Hold { get; set; }
    public bool EndsRoom { get; set; }
    /// <summary>The call of the one who alone hears this one, or null.</summary>
    public string? Coaches { get; set; }

    /// <summary>Tells what happened to this participant, where that is asked for.</summary>
    public ImmutableArray<Callback> Tell(params ReadOnlySpan<string> events) => room.Tells?.Tell(room.Sid, label, events) ?? [];
}
