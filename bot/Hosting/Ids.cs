using System.Security.Cryptography;

namespace ServiceBot.Bot.Hosting;

/// <summary>Makes ids that nobody can guess. Injected, so that a test can name them.</summary>
/// <param name="next">Gives the next id; by default 128 random bits as 32 lower-case hexadecimal digits.</param>
internal sealed class Ids(Func<string> next)
{
    /// <summary>Ids from the system's source of randomness.</summary>
    public Ids() : this(() => RandomNumberGenerator.GetHexString(32, lowercase: true))
    {
    }

    /// <summary>A new id.</summary>
    public string Next() => next();
}
