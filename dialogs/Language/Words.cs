namespace ServiceBot.Dialogs.Language;

/// <summary>Words as they are written one after the other, in memory of the caller's as long as they fit.</summary>
internal ref struct Words(Span<char> room)
{
    private Span<char> _room = room;
    private int _length;

    /// <summary>What is written so far, which a particle listens to.</summary>
    public readonly ReadOnlySpan<char> Written => _room[.._length];

    public void Append(string words)
    {
        if (_length + words.Length > _room.Length)
        {
            Span<char> larger = new char[Math.Max(_room.Length * 2, _length + words.Length)];
            Written.CopyTo(larger);
            _room = larger;
        }
        words.CopyTo(_room[_length..]);
        _length += words.Length;
    }
}
