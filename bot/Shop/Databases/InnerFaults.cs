namespace ServiceBot.Bot.Shop.Databases;

/// <summary>Finds what the database said under what the mapper wrapped around it.</summary>
internal static class InnerFaults
{
    /// <summary>The outermost fault of that kind, or null.</summary>
    public static TFault? Find<TFault>(this Exception fault) where TFault : Exception
    {
        for (var inner = fault; inner is not null; inner = inner.InnerException)
            if (inner is TFault found) return found;
        return null;
    }
}
