namespace ServiceBot.Bot.Privacy;

/// <summary>The keys of one data directory, in <c>keys/seal.txt</c>: one a line, newest first, readable by the program's own user only.</summary>
internal static class KeyFile
{
    /// <summary>Where the file lies under the data directory.</summary>
    public static string In(string dataDirectory) => Path.Combine(dataDirectory, "keys", "seal.txt");

    /// <summary>Reads the keys, and makes a first one where there is no file.</summary>
    /// <exception cref="InvalidDataException">The file holds something else, or nothing.</exception>
    public static IReadOnlyList<SealKey> ReadOrCreate(string file)
    {
        if (!File.Exists(file)) Create(file);
        var keys = File.ReadAllLines(file).Where(line => !string.IsNullOrWhiteSpace(line)).Select((line, index) => SealKey.TryParse(line, out var key)
            ? key : throw new InvalidDataException($"Line {index + 1} of '{file}' is no key of 32 bytes in base 64. Restore the file: without its keys, what they sealed cannot be read.")).ToArray();
        return keys.Length > 0 ? keys : throw new InvalidDataException($"'{file}' holds no key. Restore the file, or remove it where nothing was sealed yet.");
    }

    // Written beside and moved, so that a crash leaves no half a key that would seal what nothing opens.
    private static void Create(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file) ?? ".");
        var draft = file + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(draft, options))
        {
            stream.Write(System.Text.Encoding.ASCII.GetBytes(SealKey.Create().Write() + "\n"));
            stream.Flush(flushToDisk: true);
        }
        File.Move(draft, file, overwrite: false);
    }
}
