namespace ServiceBot.Dialogs.Understanding.Asks;

/// <summary>Kinds of facts that agents ask for.</summary>
public static class FactKinds
{
    /// <summary>Which order.</summary>
    public const string Order = "order";
    /// <summary>Which of its things.</summary>
    public const string Item = "item";
    /// <summary>Why it goes back.</summary>
    public const string Reason = "reason";
    /// <summary>Who it is.</summary>
    public const string Name = "name";
    /// <summary>A telephone number.</summary>
    public const string Phone = "phone";
    /// <summary>An e-mail address.</summary>
    public const string Email = "email";
    /// <summary>Where it is collected.</summary>
    public const string Address = "address";
    /// <summary>How the money goes back.</summary>
    public const string Payment = "payment";
    /// <summary>When it is collected.</summary>
    public const string PickupDate = "pickupDate";
    /// <summary>Photographs.</summary>
    public const string Photo = "photo";
    /// <summary>What it is all about.</summary>
    public const string Story = "story";
}
