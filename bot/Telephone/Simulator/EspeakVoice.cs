using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace ServiceBot.Bot.Telephone.Simulator;

/// <summary>A voice for what the caller of the simulator said, so that a recording can be heard: espeak-ng, where it is installed.</summary>
internal static class EspeakVoice
{
    /// <summary>Reads words aloud.</summary>
    /// <param name="words">Korean where a letter of it is, else English.</param>
    /// <param name="cancellationToken">Ends the program that reads.</param>
    /// <returns>A WAV file, or null where there is no such program.</returns>
    /// <exception cref="InvalidOperationException">The program failed.</exception>
    public static async Task<byte[]?> ReadAsync(string words, CancellationToken cancellationToken)
    {
        var language = words.Any(letter => letter is >= '가' and <= '힣') ? "ko" : "en-us";
        using var program = Start(language);
        if (program is null) return null;
        try
        {
            using var sound = new MemoryStream();
            var reading = program.StandardOutput.BaseStream.CopyToAsync(sound, cancellationToken);
            await program.StandardInput.WriteAsync(words.AsMemory(), cancellationToken);
            program.StandardInput.Close();
            await reading;
            await program.WaitForExitAsync(cancellationToken);
            return program.ExitCode == 0 ? sound.ToArray() : throw new InvalidOperationException($"espeak-ng ended with {program.ExitCode}.");
        }
        finally
        {
            if (!program.HasExited) program.Kill();
        }
    }

    private static Process? Start(string language)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("espeak-ng", ["-v", language, "--stdin", "--stdout"])
            {
                RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false, StandardInputEncoding = new UTF8Encoding(false),
            });
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
