using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Shop;

namespace ServiceBot.Bot.Telephone.Records;

/// <summary>The telephone's own tables in the system of record; made by the shop's migrations.</summary>
internal sealed class TelephoneDatabase(DbContextOptions<TelephoneDatabase> options) : DbContext(options)
{
    public DbSet<QueueRow> Queue => Set<QueueRow>();
    public DbSet<IntentRow> Intents => Set<IntentRow>();
    public DbSet<RecordingRow> Recordings => Set<RecordingRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcText>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<QueueRow>().ToTable("telephone_queue").HasKey(row => row.Id);
        modelBuilder.Entity<QueueRow>().Property(row => row.Version).IsConcurrencyToken();
        modelBuilder.Entity<IntentRow>().ToTable("telephone_intents").HasKey(row => row.Key);
        modelBuilder.Entity<RecordingRow>().ToTable("telephone_recordings").HasKey(row => row.Sid);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()))
        {
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
            property.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
        }
    }
}

/// <summary>Somebody who wants a person by telephone.</summary>
internal sealed class QueueRow
{
    public required string Id { get; set; }
    public required string State { get; set; }
    public required DateTimeOffset Rank { get; set; }
    public required long Version { get; set; }
    public required string ConversationId { get; set; }
    /// <summary>Personal, and so sealed; in base 64.</summary>
    public required string Document { get; set; }
}

/// <summary>Something that shall be made once at the company.</summary>
internal sealed class IntentRow
{
    public required string Key { get; set; }
    public required DateTimeOffset FirstAt { get; set; }
    public required DateTimeOffset TakenAt { get; set; }
    public string? Sid { get; set; }
}

/// <summary>A recording, whose sound is the company's to keep.</summary>
internal sealed class RecordingRow
{
    public required string Sid { get; set; }
    public required string ConversationId { get; set; }
    public required string Kind { get; set; }
    public required string Status { get; set; }
    public required string CallSid { get; set; }
    public required int Seconds { get; set; }
    public required int Channels { get; set; }
    public required DateTimeOffset At { get; set; }
    public DateTimeOffset? SettledAt { get; set; }
    /// <summary>The agent who saw to it.</summary>
    public string? SettledBy { get; set; }
}
