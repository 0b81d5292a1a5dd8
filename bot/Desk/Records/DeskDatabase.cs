using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Desk.Outside;
using ServiceBot.Bot.Shop;

namespace ServiceBot.Bot.Desk.Records;

/// <summary>The desk's own tables in the system of record; made by the shop's migrations.</summary>
internal sealed class DeskDatabase(DbContextOptions<DeskDatabase> options) : DbContext(options)
{
    public DbSet<EscalationRow> Escalations => Set<EscalationRow>();
    public DbSet<AgentRow> Agents => Set<AgentRow>();
    public DbSet<SessionRow> Sessions => Set<SessionRow>();
    public DbSet<InvitationRow> Invitations => Set<InvitationRow>();
    public DbSet<AuditRow> Audit => Set<AuditRow>();
    public DbSet<EventRow> Events => Set<EventRow>();
    public DbSet<ApprovalRow> Approvals => Set<ApprovalRow>();
    public DbSet<ReplyRow> Replies => Set<ReplyRow>();
    public DbSet<AlarmRow> Alarms => Set<AlarmRow>();
    public DbSet<CalibrationRow> Calibrations => Set<CalibrationRow>();
    public DbSet<AgentMessageRow> AgentMessages => Set<AgentMessageRow>();
    public DbSet<HandoffRow> Handoffs => Set<HandoffRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcText>();
        configurationBuilder.Properties<List<string>>().HaveConversion<JsonText<List<string>>, JsonTextComparer<List<string>>>();
        configurationBuilder.Properties<Dictionary<string, int>>().HaveConversion<JsonText<Dictionary<string, int>>, JsonTextComparer<Dictionary<string, int>>>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<EscalationRow>().ToTable("desk_escalations").HasKey(row => row.Id);
        modelBuilder.Entity<AgentRow>().ToTable("desk_agents").HasKey(row => row.Id);
        modelBuilder.Entity<SessionRow>().ToTable("desk_sessions").HasKey(row => row.TokenHash);
        modelBuilder.Entity<InvitationRow>().ToTable("desk_invitations").HasKey(row => row.TokenHash);
        modelBuilder.Entity<AuditRow>().ToTable("desk_audit").HasKey(row => row.Sequence);
        modelBuilder.Entity<EventRow>().ToTable("desk_events").HasKey(row => row.Sequence);
        modelBuilder.Entity<ApprovalRow>().ToTable("desk_approvals").HasKey(row => row.Id);
        modelBuilder.Entity<ReplyRow>().ToTable("desk_replies").HasKey(row => row.Id);
        modelBuilder.Entity<AlarmRow>().ToTable("desk_alarms").HasKey(row => row.Id);
        modelBuilder.Entity<CalibrationRow>().ToTable("desk_calibrations").HasKey(row => row.Day);
        modelBuilder.Entity<AgentMessageRow>().ToTable("desk_agent_messages").HasKey(row => row.Id);
        modelBuilder.Entity<HandoffRow>().ToTable("desk_handoffs").HasKey(row => row.Id);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()))
        {
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
            property.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
        }
    }
}
