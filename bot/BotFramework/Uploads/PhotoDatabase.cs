using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Shop;

namespace ServiceBot.Bot.BotFramework.Uploads;

/// <summary>The photographs' table in the system of record; made by the shop's migrations.</summary>
internal sealed class PhotoDatabase(DbContextOptions<PhotoDatabase> options) : DbContext(options)
{
    public DbSet<PhotoRow> Photos => Set<PhotoRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcText>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PhotoRow>().ToTable("photos").HasKey(row => row.Id);
        foreach (var property in modelBuilder.Entity<PhotoRow>().Metadata.GetProperties()) property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
    }
}

/// <summary>A photograph as it is kept.</summary>
internal sealed class PhotoRow
{
    /// <summary>Random.</summary>
    public required string Id { get; init; }
    /// <summary>Where it was sent; with that conversation it is removed.</summary>
    public required string ConversationId { get; init; }
    public required DateTimeOffset At { get; init; }
    /// <summary>The file, sealed.</summary>
    public required byte[] Picture { get; init; }
}
