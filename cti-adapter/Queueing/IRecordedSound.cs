using ServiceBot.CtiAdapter.Rest;

namespace ServiceBot.CtiAdapter.Queueing;

/// <summary>The sound of recordings, which stays with the company: fetched by its id when somebody who may listens, never from an address that somebody told.</summary>
public interface IRecordedSound
{
    /// <summary>Fetches the sound.</summary>
    /// <returns>A WAV file, to be disposed; null where the company has it no more.</returns>
    /// <exception cref="HttpRequestException">The company did not answer, or refused.</exception>
    Task<Stream?> OpenAsync(string sid, CancellationToken cancellationToken);

    /// <summary>Erases it at the company's; what is gone already is gone.</summary>
    /// <returns>Whether it is gone.</returns>
    Task<bool> EraseAsync(string sid, CancellationToken cancellationToken);
}

/// <summary>By the company's REST interface.</summary>
internal sealed class RecordedSound(RestClient rest, RecordingsApi recordings) : IRecordedSound
{
    /// <inheritdoc/>
    public Task<Stream?> OpenAsync(string sid, CancellationToken cancellationToken) => rest.OpenAsync($"Recordings/{RestPath.Sid(sid)}.wav", cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> EraseAsync(string sid, CancellationToken cancellationToken) =>
        (await recordings.EraseAsync(sid, cancellationToken)).Outcome is RestOutcome.Done or RestOutcome.AlreadyGone;
}
