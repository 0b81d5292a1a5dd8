namespace ServiceBot.Rig.Load;

/// <summary>Something that a customer wants in a conversation.</summary>
/// <param name="Line">The line of the order to be refunded; null for a person.</param>
/// <param name="Opening">How the wish is said.</param>
internal sealed record Wish(string? Line, string Opening)
{
    /// <summary>What is said at the first read-back instead of yes; the line is of the second.</summary>
    public string? Correction { get; init; }

    /// <summary>Whether the shop must refuse: it was refunded before.</summary>
    public bool IsRefused { get; init; }
}

/// <summary>Something that was said and acknowledged.</summary>
/// <param name="EventId">The customer's own id of it.</param>
/// <param name="LoggedAs">The id that the acknowledgement named.</param>
internal sealed record Said(string EventId, string LoggedAs);

/// <summary>One customer's conversation as the customer lived it.</summary>
/// <param name="Customer">Which.</param>
internal sealed record Story(int Customer)
{
    /// <summary>Empty until it was opened.</summary>
    public string Conversation { get; set; } = "";

    /// <summary>What was acknowledged, in order.</summary>
    public List<Said> Said { get; } = [];

    /// <summary>Acknowledgements of the same thing that named different ids.</summary>
    public List<string> Contradictions { get; } = [];

    /// <summary>Receipts that were heard: number by line, or by "person".</summary>
    public Dictionary<string, string> Receipts { get; } = new(StringComparer.Ordinal);

    /// <summary>How often something that was acknowledged was forgotten and had to be said again.</summary>
    public int Forgotten { get; set; }

    /// <summary>Why it did not come to its end, or null.</summary>
    public string? Stuck { get; set; }

    /// <summary>Whether the customer went to the end.</summary>
    public bool IsFinished { get; set; }

    /// <summary>What this customer wants: every fourth the same.</summary>
    public IReadOnlyList<Wish> Wishes { get; } = WishesOf(Customer);

    private static Wish[] WishesOf(int customer)
    {
        var (order, email) = (Nodes.RigShop.Order(customer), Nodes.RigShop.Email(customer));
        var kettle = new Wish("1", $"My Blue Kettle from order {order} is defective and I want my money back. My email is {email}");
        var lamp = new Wish("2", $"My Desk Lamp from order {order} is defective and I want my money back. My email is {email}");
        var person = new Wish(null, "I want to talk to a person");
        return (customer % 4) switch
        {
            0 => [kettle, lamp],
            1 => [kettle with { Line = "2", Correction = "no, the desk lamp" }],
            2 => [lamp, lamp with { IsRefused = true }],
            _ => [kettle, person],
        };
    }
}
