using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace ServiceBot.Bot.Hosting;

/// <summary>Settings of the host that stand under no section.</summary>
internal sealed class HostSettings
{
    /// <summary>The folder under which everything embedded lies; relative to where the program was started.</summary>
    [Required]
    public string DataDirectory { get; set; } = "data";

    /// <summary>How many seconds a stopping node still answers that it is not ready, so that load balancers send nobody there any more; unset: 2 with Redis, else none.</summary>
    [Range(0, 5)]
    public int? DrainSeconds { get; set; }
}

/// <summary>Which clock the shop lives by: section <c>Shop</c>.</summary>
internal sealed class ClockSettings
{
    /// <summary>The time at which the program believes to start, such as 2026-11-22T09:00:00+09:00; empty for the real time.</summary>
    [TimeWithOffset]
    public string? Clock { get; set; }

    /// <summary>The clock that is meant.</summary>
    public TimeProvider Choose() => TimeWithOffsetAttribute.TryParse(Clock, out var start) ? new ShopClock(start, ShopClock.Real) : ShopClock.Real;
}

/// <summary>A time of ISO 8601 with its offset from UTC, or nothing.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TimeWithOffsetAttribute() : ValidationAttribute("it is no time with an offset, such as 2026-11-22T09:00:00+09:00")
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is null or "" || TryParse(value as string, out _);

    /// <summary>Reads the time; a time without an offset is none.</summary>
    public static bool TryParse(string? text, out DateTimeOffset time)
    {
        time = default;
        return text is { Length: > 5 }
            && (text.EndsWith('Z') || text[^6] is '+' or '-')
            && DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }
}
