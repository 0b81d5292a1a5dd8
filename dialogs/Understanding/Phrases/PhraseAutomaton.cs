namespace ServiceBot.Dialogs.Understanding.Phrases;

/// <summary>Finds all spellings of all words in one pass over the text, however long (Aho and Corasick, 1975).</summary>
internal sealed class PhraseAutomaton
{
    private readonly Dictionary<long, int> next = [];
    private readonly List<int> fail = [0];
    private readonly List<int> dictionaryLink = [0];
    private readonly List<List<int>?> output = [null];

    /// <summary>Adds a spelling; <paramref name="id"/> is what <see cref="Scan"/> reports.</summary>
    public void Add(string spelling, int id)
    {
        var node = 0;
        foreach (var c in spelling)
        {
            var key = Key(node, c);
            if (!next.TryGetValue(key, out var child))
            {
                child = fail.Count;
                fail.Add(0);
                dictionaryLink.Add(0);
                output.Add(null);
                next.Add(key, child);
            }
            node = child;
        }
        (output[node] ??= []).Add(id);
    }

    /// <summary>Whether this exact spelling was added.</summary>
    public bool Contains(string spelling)
    {
        var node = 0;
        foreach (var c in spelling)
            if (!next.TryGetValue(Key(node, c), out node)) return false;
        return output[node] is not null;
    }

    /// <summary>Links the nodes; call once, after the last <see cref="Add"/>.</summary>
    public void Link()
    {
        // Children have greater numbers than parents only along one path, so breadth first by depth is needed.
        var children = new List<(char Symbol, int Node)>[fail.Count];
        foreach (var (key, node) in next) (children[(int)(key >> 16)] ??= []).Add(((char)(key & 0xFFFF), node));
        var queue = new Queue<int>();
        foreach (var (_, node) in children[0] ?? []) queue.Enqueue(node);
        while (queue.TryDequeue(out var parent))
        {
            foreach (var (symbol, node) in children[parent] ?? [])
            {
                var back = fail[parent];
                int target;
                while (!next.TryGetValue(Key(back, symbol), out target) && back != 0) back = fail[back];
                fail[node] = target;
                dictionaryLink[node] = output[target] is not null ? target : dictionaryLink[target];
                queue.Enqueue(node);
            }
        }
    }

    /// <summary>Reports every spelling found, with the position just after it.</summary>
    public void Scan<TState>(string text, TState state, Action<TState, int, int> found)
    {
        var node = 0;
        for (var i = 0; i < text.Length; i++)
        {
            int target;
            while (!next.TryGetValue(Key(node, text[i]), out target) && node != 0) node = fail[node];
            node = target;
            for (var at = output[node] is not null ? node : dictionaryLink[node]; at != 0; at = dictionaryLink[at])
                foreach (var id in output[at] ?? []) found(state, id, i + 1);
        }
    }

    private static long Key(int node, char symbol) => ((long)node << 16) | symbol;
}
