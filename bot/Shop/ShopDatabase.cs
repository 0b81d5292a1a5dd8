using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Shop.Rows;
using ServiceBot.Dialogs.Flow;
using ServiceBot.Dialogs.ShopFacts;

namespace ServiceBot.Bot.Shop;

/// <summary>The system of record: one model for every database. The tables themselves are made by <c>Migrations</c>.</summary>
internal sealed class ShopDatabase(DbContextOptions<ShopDatabase> options) : DbContext(options)
{
    public DbSet<CustomerRow> Customers => Set<CustomerRow>();
    public DbSet<PaymentMethodRow> PaymentMethods => Set<PaymentMethodRow>();
    public DbSet<ProductRow> Products => Set<ProductRow>();
    public DbSet<SellerRow> Sellers => Set<SellerRow>();
    public DbSet<CarrierRow> Carriers => Set<CarrierRow>();
    public DbSet<CouponRow> Coupons => Set<CouponRow>();
    public DbSet<OrderRow> Orders => Set<OrderRow>();
    public DbSet<OrderLineRow> OrderLines => Set<OrderLineRow>();
    public DbSet<PaymentHistoryRow> PaymentHistory => Set<PaymentHistoryRow>();
    public DbSet<PaymentRow> Payments => Set<PaymentRow>();
    public DbSet<CashReceiptRow> CashReceipts => Set<CashReceiptRow>();
    public DbSet<ReturnRow> Returns => Set<ReturnRow>();
    public DbSet<RefundRow> Refunds => Set<RefundRow>();
    public DbSet<RefundControlRow> RefundControl => Set<RefundControlRow>();
    public DbSet<ExchangeRow> Exchanges => Set<ExchangeRow>();
    public DbSet<CaseRow> Cases => Set<CaseRow>();
    public DbSet<CaseNoteRow> CaseNotes => Set<CaseNoteRow>();
    public DbSet<PromiseRow> Promises => Set<PromiseRow>();
    public DbSet<SatisfactionRow> Satisfaction => Set<SatisfactionRow>();
    public DbSet<EffectRow> Effects => Set<EffectRow>();
    public DbSet<CounterRow> Counters => Set<CounterRow>();
    public DbSet<ConversationRow> Conversations => Set<ConversationRow>();
    public DbSet<StatutoryRow> StatutoryRecords => Set<StatutoryRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcText>();
        configurationBuilder.Properties<List<string>>().HaveConversion<JsonText<List<string>>, JsonTextComparer<List<string>>>();
        configurationBuilder.Properties<OrderedDictionary<string, string>>()
            .HaveConversion<JsonText<OrderedDictionary<string, string>>, JsonTextComparer<OrderedDictionary<string, string>>>();
        configurationBuilder.Properties<Address>().HaveConversion<JsonText<Address>, JsonTextComparer<Address>>();
        configurationBuilder.Properties<Outcome>().HaveConversion<JsonText<Outcome>, JsonTextComparer<Outcome>>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<CustomerRow>(customer =>
        {
            customer.ToTable("customers").HasKey(row => row.Id);
            customer.HasMany(row => row.Addresses).WithOne().HasForeignKey(row => row.CustomerId);
            customer.HasMany(row => row.PaymentMethods).WithOne().HasForeignKey(row => row.CustomerId);
            customer.HasMany(row => row.ChannelAddresses).WithOne().HasForeignKey(row => row.CustomerId);
        });
        modelBuilder.Entity<AddressRow>().ToTable("addresses").HasKey(row => new { row.CustomerId, row.Position });
        modelBuilder.Entity<PaymentMethodRow>().ToTable("payment_methods").HasKey(row => row.Id);
        modelBuilder.Entity<ChannelAddressRow>().ToTable("channel_addresses").HasKey(row => new { row.Channel, row.Address });

        modelBuilder.Entity<ProductRow>(product =>
        {
            product.ToTable("products").HasKey(row => row.Id);
            product.HasMany(row => row.Variants).WithOne().HasForeignKey(row => row.ProductId);
        });
        modelBuilder.Entity<VariantRow>().ToTable("variants").HasKey(row => row.Id);
        modelBuilder.Entity<SellerRow>().ToTable("sellers").HasKey(row => row.Id);
        modelBuilder.Entity<CarrierRow>().ToTable("carriers").HasKey(row => row.Id);
        modelBuilder.Entity<CouponRow>().ToTable("coupons").HasKey(row => row.Id);

        modelBuilder.Entity<OrderRow>(order =>
        {
            order.ToTable("orders").HasKey(row => row.Id);
            order.HasMany(row => row.Lines).WithOne().HasForeignKey(row => row.OrderId);
            order.HasMany(row => row.Shipments).WithOne().HasForeignKey(row => row.OrderId);
            order.HasMany(row => row.PaymentHistory).WithOne().HasForeignKey(row => row.OrderId);
        });
        modelBuilder.Entity<OrderLineRow>(line =>
        {
            line.ToTable("order_lines").HasKey(row => new { row.OrderId, row.Id });
            line.HasOne(row => row.Product).WithMany().HasForeignKey(row => row.ProductId);
            line.HasOne(row => row.Variant).WithMany().HasForeignKey(row => row.VariantId);
        });
        modelBuilder.Entity<ShipmentRow>(parcel =>
        {
            parcel.ToTable("shipments").HasKey(row => new { row.OrderId, row.Id });
            parcel.HasOne(row => row.Carrier).WithMany().HasForeignKey(row => row.CarrierId);
        });
        modelBuilder.Entity<PaymentHistoryRow>().ToTable("payment_history").HasKey(row => new { row.OrderId, row.Position });
        modelBuilder.Entity<PaymentRow>(payment =>
        {
            payment.ToTable("payments").HasKey(row => row.Id);
            payment.HasMany(row => row.CashReceipts).WithOne().HasForeignKey(row => row.PaymentId);
        });
        modelBuilder.Entity<CashReceiptRow>().ToTable("cash_receipts").HasKey(row => row.Id);

        modelBuilder.Entity<ReturnRow>(entry =>
        {
            entry.ToTable("returns").HasKey(row => row.Number);
            entry.HasMany(row => row.Lines).WithOne().HasForeignKey(row => row.ReturnNumber);
            entry.HasMany(row => row.Refunds).WithOne().HasForeignKey(row => row.ReturnNumber);
        });
        modelBuilder.Entity<ReturnLineRow>().ToTable("return_lines").HasKey(row => new { row.ReturnNumber, row.LineId });
        modelBuilder.Entity<RefundRow>().ToTable("refunds").HasKey(row => row.Id);
        modelBuilder.Entity<RefundControlRow>().ToTable("refund_control").HasKey(row => row.Name);
        modelBuilder.Entity<ExchangeRow>(exchange =>
        {
            exchange.ToTable("exchanges").HasKey(row => row.Number);
            exchange.HasMany(row => row.Lines).WithOne().HasForeignKey(row => row.ExchangeNumber);
        });
        modelBuilder.Entity<ExchangeLineRow>().ToTable("exchange_lines").HasKey(row => new { row.ExchangeNumber, row.Position });

        modelBuilder.Entity<CaseRow>(matter =>
        {
            matter.ToTable("cases").HasKey(row => row.Number);
            matter.HasMany(row => row.Notes).WithOne().HasForeignKey(row => row.CaseNumber);
            matter.HasMany(row => row.Promises).WithOne().HasForeignKey(row => row.CaseNumber);
        });
        modelBuilder.Entity<CaseNoteRow>().ToTable("case_notes").HasKey(row => new { row.CaseNumber, row.Position });
        modelBuilder.Entity<PromiseRow>().ToTable("promises").HasKey(row => row.Id);
        modelBuilder.Entity<SatisfactionRow>().ToTable("satisfaction").HasKey(row => row.Id);
        modelBuilder.Entity<EffectRow>().ToTable("effects").HasKey(row => row.Key);
        modelBuilder.Entity<CounterRow>().ToTable("counters").HasKey(row => row.Series);
        modelBuilder.Entity<ConversationRow>(conversation =>
        {
            conversation.ToTable("conversations").HasKey(row => row.Id);
            conversation.Property(row => row.Language).HasConversion<string>();
        });
        modelBuilder.Entity<StatutoryRow>().ToTable("statutory_records").HasKey(row => new { row.Kind, row.Id });

        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()))
        {
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
            // Every id comes from outside; the database makes none.
            property.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
        }
    }
}
