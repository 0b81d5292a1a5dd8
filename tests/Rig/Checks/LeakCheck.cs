using System.Text;


namespace ServiceBot.Rig.Checks;

/// <summary>I6: what customers said of themselves stands in none of these files in plain text.</summary>
internal static class LeakCheck
{
    private static readonly byte[] Canary = "@rig.example"u8.ToArray();

    /// <summary>Searches files for the customers' e-mail addresses, which all end alike.</summary>
    public static void Run(IEnumerable<string> files, Findings findings)
    {
        foreach (var file in files.Where(File.Exists))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (Found(stream) is { } around)
                findings.Amiss($"{Path.GetFileName(file)} holds a customer's address: {around}");
        }
    }

    // The rig's customers are invented, so what surrounds the find may be shown.
    private static string? Found(FileStream stream)
    {
        var window = new byte[1 << 20];
        var kept = 0;
        while (stream.Read(window, kept, window.Length - kept) is > 0 and var read)
        {
            var filled = kept + read;
            if (window.AsSpan(0, filled).IndexOf(Canary) is >= 0 and var at)
                return Encoding.UTF8.GetString(window.AsSpan(Math.Max(0, at - 100), Math.Min(at, 100) + Canary.Length));
            kept = Math.Min(Canary.Length - 1, filled);
            window.AsSpan(filled - kept, kept).CopyTo(window);
        }

        return null;
    }
}
