namespace ServiceBot.Dialogs.Turns;

/// <summary>Lets one turn at a time into a conversation on this node; between nodes the commit's version decides.</summary>
public sealed class TurnGate
{
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);

    /// <summary>Waits for the conversation to be free.</summary>
    /// <returns>The way out; dispose it when the turn is over.</returns>
    public async Task<IDisposable> EnterAsync(string conversationId, CancellationToken cancellationToken)
    {
        Place? place;
        lock (_places)
        {
            if (!_places.TryGetValue(conversationId, out place)) _places.Add(conversationId, place = new Place(this, conversationId));
            place.Holders++;
        }
        try
        {
            await place.Free.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Leave(place);
            throw;
        }
        return place;
    }

    private void Leave(Place place)
    {
        lock (_places)
        {
            if (--place.Holders > 0) return;
            _places.Remove(place.Id);
            place.Free.Dispose();
        }
    }

    private sealed class Place(TurnGate gate, string id) : IDisposable
    {
        public string Id => id;
        public SemaphoreSlim Free { get; } = new(1, 1);
        public int Holders { get; set; }

        public void Dispose()
        {
            Free.Release();
            gate.Leave(this);
        }
    }
}
