using System.Buffers.Text;
using Microsoft.AspNetCore.Authentication;
using ServiceBot.Bot.Privacy;

namespace ServiceBot.Bot.Desk.SignIn.OpenId;

/// <summary>The state that travels through the provider and back: sealed, since it holds the verifier, and under the keys that all nodes share.</summary>
internal sealed class SealedState(DocumentSeal seal) : ISecureDataFormat<AuthenticationProperties>
{
    public string Protect(AuthenticationProperties data) => Base64Url.EncodeToString(seal.Seal(PropertiesSerializer.Default.Serialize(data)));

    public string Protect(AuthenticationProperties data, string? purpose) => Protect(data);

    public AuthenticationProperties? Unprotect(string? protectedText)
    {
        if (protectedText is null || !Base64Url.IsValid(protectedText)) return null;
        var kept = Base64Url.DecodeFromChars(protectedText);
        if (!DocumentSeal.IsSealed(kept)) return null; // written by whoever sent it
        try
        {
            return PropertiesSerializer.Default.Deserialize(seal.Open(kept).ToArray());
        }
        catch (Exception fault) when (fault is SealException or IOException)
        {
            return null;
        }
    }

    public AuthenticationProperties? Unprotect(string? protectedText, string? purpose) => Unprotect(protectedText);
}
